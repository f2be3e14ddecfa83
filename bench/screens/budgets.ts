/** One row of the table of budgets: what it measures, in which unit, and how much of it a person does not feel. */
export type Row = {
  id: string;
  what: string;
  unit: "ms" | "KiB" | "MiB" | "nodes";
  /** Null where there is no budget and the figure only says how it is. */
  budget: number | null;
  /** Why the budget is missed, for as long as it is. */
  why?: string;
};

export const ROWS: readonly Row[] = [
  {
    id: "key.own",
    what: "A key of mine to the next frame, p95, five others typing on the card",
    unit: "ms",
    budget: 30,
    why: "A key takes 25 ms of the page's processor time: 13 of scripts, 4 of layout and style, the rest is Chromium's drawing without a graphics card. Five who type, a second window and the server share two cores with it.",
  },
  {
    ...{ id: "key.crowd", what: "… ten others typing on the card", unit: "ms", budget: 50 },
    why: "The ten add fifty changes a second that the page reads and draws, and they, the server and the browser share two cores.",
  },
  { id: "floor.key", what: "… in a box on an empty page, p95, in the same browser", unit: "ms", budget: null },
  {
    ...{ id: "key.remote", what: "A colleague's key painted on my screen, p95, same card", unit: "ms", budget: 150 },
    why: "It takes 16 ms of my page's processor time, and has gone through a second window and the server on the same two cores, behind the keys of six others.",
  },
  {
    ...{ id: "key.far", unit: "ms", budget: 300 },
    what: "… each of us 40 ms away from the server, nobody else typing",
  },
  {
    ...{ id: "board.move", what: "A move on the board: click to next paint", unit: "ms", budget: 100 },
    why: "The menu closes, one column is drawn with a card fewer and another with one more, without a graphics card: 75 to 103 ms were measured in the runs of two days.",
  },
  { id: "board.open", what: "The board by its link: click to list painted", unit: "ms", budget: null },
  { id: "board.render", what: "… after its data has arrived", unit: "ms", budget: 300 },
  {
    ...{ id: "board.nodes", what: "… elements in the document", unit: "nodes", budget: 800 },
    why: "33 of them are no elements of the board but hints which files the browser may fetch ahead; a second later they are gone, and 780 are left.",
  },
  {
    id: "board.filter",
    what: "A key in the filter, the slowest of three: key to list painted",
    unit: "ms",
    budget: 50,
    why: "A key takes 50 ms of the page's processor time, 30 of them scripts: thirty cards are made anew, each with its menu. Part of it comes after the list is painted, when the address follows.",
  },
  { id: "board.scroll", what: "Scrolling a column: the longest frame", unit: "ms", budget: 50 },
  { id: "board.payload", what: "What the board loads", unit: "KiB", budget: 700 },
  { id: "board.first", what: "… until the first 500 of its claims are there", unit: "KiB", budget: 60 },
  { id: "board.heap", what: "The heap of the open board", unit: "MiB", budget: 60 },
  { id: "card.text", what: "A card from the board, warm: click to its text painted", unit: "ms", budget: 100 },
  { id: "card.editable", what: "… to all of it editable", unit: "ms", budget: 400 },
  {
    ...{ id: "cold.largest", unit: "ms", budget: 2_000 },
    what: "The case, cold, over Fast 4G (8.1 Mbit/s down, 1.35 up, 165 ms there and back): largest paint",
  },
  {
    ...{ id: "cold.report", unit: "ms", budget: 1_200 },
    what: "A public report of 100 claims, cold, over the same network: largest paint",
  },
  { id: "cold.fonts", what: "Fonts before the first text", unit: "KiB", budget: 100 },
  {
    ...{ id: "find.key", what: "A key in the dialog that finds: to the next frame", unit: "ms", budget: 16 },
    why: "A key takes 9 ms of the page's processor time, 3 of them scripts, and a frame comes every 17 ms.",
  },
  { id: "floor.median", what: "… in a box on an empty page, in the same browser", unit: "ms", budget: null },
  {
    ...{ id: "find.answer", what: "… to what was found among all claims", unit: "ms", budget: 16 },
    why: "The server is asked at once, and looks in quotes, sources and rationales too, not in 10,000 titles alone: 11 ms of it are the search, the way there and back and the drawing of the list are the rest. What the dialog itself offers is there in the next frame.",
  },
  {
    ...{ id: "card.hour", unit: "MiB", budget: 20 },
    what: "What an open card holds more after an hour's edits of five others (18,000 and 600 of mine, replayed without the hour)",
  },
  { id: "card.back", what: "Back after an hour offline: to in sync and saved", unit: "ms", budget: 2_000 },
  { id: "styles", what: "Styles of the heaviest route", unit: "KiB", budget: 25 },
];
