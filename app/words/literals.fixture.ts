import ts from "typescript";

/** Attributes that people read or hear. */
const READ = new Set([
  "aria-label",
  "aria-description",
  "alt",
  "title",
  "placeholder",
  "label",
  "hint",
  "lede",
  "words",
]);
/** What is handed to these is shown or spoken. */
const TELLS = /^(announce|toast|confirm|alert|activity\.say)$/;
/** What goes to a log, ends a connection, or crashes is for whoever runs or writes the program. */
const FOR_US = /^(process\.stderr\.write|\w+\.closeWhere|(?!App)\w*Error)$/;

const hasLetters = (text: string) => /\p{L}/u.test(text);
/** Begins with a capital and goes on with another word. */
const isSentence = (text: string) => /^[“"‘']?\p{Lu}.*\s\p{L}/su.test(text.trim());

/**
 * Texts in a source that a person would read and that stand in no message file. It sees what is written out: in
 * elements, in attributes that are read, in calls that tell something, and anywhere else what begins like a sentence.
 * A word that is put together from pieces elsewhere escapes it.
 */
export function writtenOut(fileName: string, source: string): string[] {
  const found: string[] = [];
  const kind = fileName.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, kind);
  const look = (node: ts.Node, isShown: boolean): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxText(node) && hasLetters(node.text)) found.push(node.text.trim());
    const text = textOf(node);
    if (text !== null && (isShown ? hasLetters(text) : isSentence(text))) found.push(text);
    if (ts.isJsxAttribute(node) && node.name.getText() === "className") return;
    if (isCall(node) && FOR_US.test(node.expression.getText())) return;
    ts.forEachChild(node, (child) => look(child, showsIn(node, child, isShown)));
  };
  look(file, false);
  return found;
}

/** The text of a literal; of a template, what it says between its gaps. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ");
}

const isCall = (node: ts.Node): node is ts.CallExpression | ts.NewExpression =>
  ts.isCallExpression(node) || ts.isNewExpression(node);

/** Whether a literal that stands there is shown to people, whatever it looks like. */
function showsIn(node: ts.Node, child: ts.Node, isShown: boolean): boolean {
  if (ts.isJsxAttribute(node)) return READ.has(node.name.getText());
  if (ts.isJsxExpression(node)) return isShown || ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);
  if (ts.isCallExpression(node))
    return child !== node.expression && TELLS.test(node.expression.getText()) && isFirst(node, child);
  if (ts.isConditionalExpression(node)) return isShown && child !== node.condition;
  if (ts.isBinaryExpression(node)) return isShown && !isComparison(node);
  return isShown && (ts.isParenthesizedExpression(node) || ts.isTemplateExpression(node));
}

const isFirst = ({ arguments: given }: ts.CallExpression, child: ts.Node) => given[0] === child;

const isComparison = ({ operatorToken: { kind } }: ts.BinaryExpression) =>
  kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
