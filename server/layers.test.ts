import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const sources = globSync("{app,server,db,domain}/**/*.{ts,tsx}", { cwd: root }).filter(
  (file) => !file.endsWith(".d.ts"),
);

/** Which folders each folder may import at run time, as docs/architecture.md draws it. */
const ARROWS: Record<string, string[]> = {
  app: ["app", "domain"],
  server: ["server", "db", "domain"],
  db: ["db", "domain"],
  domain: ["domain"],
};

type Import = { file: string; from: string; to: string; specifier: string; isType: boolean };

// `import { type A }` counts as a value import: with verbatimModuleSyntax it still loads the module.
function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    found.push({ file, from: folderOf(file), to: target(file, specifier.text), specifier: specifier.text, isType });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return found;
}

const folderOf = (file: string) => file.split("/")[0] ?? "";

/** The folder a specifier leads into: one of ours, or the specifier itself for packages. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1).split("/")[0] ?? "";
  return specifier.startsWith(".") ? folderOf(normalize(join(dirname(file), specifier))) : specifier;
}

const imports = sources.flatMap(importsOf);
const say = ({ file, specifier }: Import) => `${file} imports ${specifier}`;

test("every run-time import follows an arrow of the architecture", () => {
  const ours = imports.filter((one) => one.to in ARROWS && !one.isType);
  expect(ours.length).toBeGreaterThan(500);
  expect(ours.filter((one) => !ARROWS[one.from]?.includes(one.to)).map(say)).toEqual([]);
});

test("even types flow along the arrows, but for those that the browser takes from the server's services", () => {
  const against = imports.filter((one) => one.isType && one.to in ARROWS && !ARROWS[one.from]?.includes(one.to));
  expect(against.filter((one) => one.from !== "app" || one.to !== "server").map(say)).toEqual([]);
});

test("no route names the database", () => {
  const routes = sources.filter((file) => file.startsWith("app/routes/"));
  expect(routes.length).toBeGreaterThan(10);
  expect(imports.filter((one) => one.file.startsWith("app/routes/") && one.to === "db").map(say)).toEqual([]);
  expect(routes.filter((file) => /drizzle|better-sqlite3|\bdb\./.test(read(file)))).toEqual([]);
});

test("domain does no input or output: it imports nothing of Node", () => {
  const tests = /\.test\.tsx?$/;
  expect(
    imports.filter((one) => one.from === "domain" && one.to.startsWith("node:") && !tests.test(one.file)).map(say),
  ).toEqual([]);
});

test("imports of another folder go through the alias and name the file with its extension", () => {
  expect(
    imports.filter((one) => one.specifier.startsWith("#") && !/\.(tsx?|js|css)$/.test(one.specifier)).map(say),
  ).toEqual([]);
  expect(
    imports.filter((one) => one.specifier.startsWith("..") && one.to !== one.from && one.to in ARROWS).map(say),
  ).toEqual([]);
});

test("architecture.md draws the same arrows", () => {
  const rows = [...read("docs/architecture.md").matchAll(/^\| `(\w+)\/` \|.*\| (.*) \|$/gm)].filter(
    ([, name]) => name && name in ARROWS,
  );
  const drawn = Object.fromEntries(
    rows.map(([, name = "", may = ""]) => [name, [...may.matchAll(/`(\w+)\/`/g)].map(([, to]) => to)]),
  );
  const expected = Object.fromEntries(
    Object.entries(ARROWS).map(([name, may]) => [name, may.filter((to) => to !== name)]),
  );
  expect(drawn).toEqual(expected);
});

test("no file is longer than 400 lines", () => {
  const long = sources.filter((file) => read(file).split("\n").length - 1 > 400);
  expect(long).toEqual([]);
});

test("every copy of a card begins as an empty card, which holds nobody up", () => {
  const ours = sources.filter((file) => !/\.(test|fixture)\.tsx?$/.test(file));
  expect(ours.filter((file) => /new (Y\.)?Doc\(/.test(read(file)))).toEqual(["domain/empty-card.ts"]);
});
