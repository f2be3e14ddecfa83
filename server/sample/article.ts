/** The sample case's article. Fictional: the river, the towns, the people and the figures do not exist. */
export const SAMPLE_ARTICLE = {
  title: "Two counts of the displaced after the Ostermoor dyke gives way",
  originUrl: "https://example.org/ostermoor-courier/dyke",
  outlet: "Ostermoor Courier",
  publishedOn: "2026-03-09",
  language: "en",
  text: `The dyke at Ostermoor gave way on Sunday night, and by Monday the regional water board and the farmers' union were giving very different accounts of what it had cost.

The water board said around 240 residents had been moved from three villages below the breach. At least 60 of them were taken in by the sports hall in Lenne, a spokeswoman for the board told reporters.

The farmers' union said the number was much higher, with up to 1,100 people out of their homes “including seasonal workers nobody has counted.” The board called that figure an invention.

According to the union, the board had known since December that the sluice at Ketteler's Mill was leaking. The board denied having received any warning.

“We repaired that sluice twice last year,” the board's engineer, Ilse Maron, said on Monday evening. She said pumps would clear between 3 and 5 hectares a day.

Nobody who lived through that night will forget the sound of the water. The dyke was built in 1954 and raised by forty centimetres in 1987.

Relief workers reached by phone said 81 of the displaced had returned by Tuesday morning.
`,
} as const;
