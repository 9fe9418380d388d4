import { type Comment, parseSync, type Program, type Statement, Visitor } from 'oxc-parser';
import { type Edit, lineBreaks } from './edit.js';

/** Whether a comment claims something: `// => value` or `// throws CODE`. */
export function isClaim(comment: Comment): boolean {
  return comment.type === 'Line' && /^\s*(=>|throws\s+[A-Z][A-Z0-9_]+\b)/.test(comment.value);
}

/**
 * The edits that turn a statement and the claim in `comments[0]` into a check, or a word on why that cannot be.
 * A value may go on in the comments on the lines below.
 */
export function checkClaim(
  text: string,
  statement: Statement | undefined,
  comments: readonly Comment[],
  where: string,
): Edit[] | string {
  const comment = comments[0];
  if (!comment || !statement) return 'a claim stands after a statement, on its line or on the next one';
  const thrown = /^\s*throws\s+(\S+)\s*$/.exec(comment.value)?.[1];
  if (thrown) return checkThrows(text, statement, comment, `${quote(thrown)}, ${quote(where)}`);
  const value = readValue(text, comments);
  if (!value) return `this is neither a value nor an error code: ${comment.value.trim()}`;
  return checkValue(text, statement, value, where);
}

/** The statements of all bodies, by where they end. */
export function statementsByEnd(program: Program): ReadonlyMap<number, Statement> {
  const statements = new Map<number, Statement>();
  const add = ({ body }: { body: readonly Statement[] }): void => {
    for (const statement of body) statements.set(statement.end, statement);
  };
  new Visitor({ Program: add, BlockStatement: add }).visit(program);
  return statements;
}

function checkValue(text: string, statement: Statement, value: Value, where: string): Edit[] | string {
  if (statement.type === 'ExpressionStatement') {
    const { start, expression } = statement;
    const gap = lineBreaks(text, expression.end, value.start);
    return [
      { start, end: start, text: '$page.equal((' },
      { start: expression.end, end: value.end, text: `), ${gap}(${value.text}), ${quote(where)});` },
    ];
  }
  const name = declaredName(statement);
  if (!name) return 'a value is claimed of an expression, or of a declaration of one name';
  const gap = lineBreaks(text, statement.end, value.start);
  const check = `;${gap} $page.equal(${name}, (${value.text}), ${quote(where)});`;
  return [{ start: statement.end, end: value.end, text: check }];
}

function checkThrows(text: string, statement: Statement, comment: Comment, facts: string): Edit[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  const decorators = declaration?.type === 'ClassDeclaration' ? declaration.decorators : [];
  const start = Math.min(statement.start, ...decorators.map((decorator) => decorator.start));
  const isExpression = statement.type === 'ExpressionStatement';
  const end = isExpression ? statement.expression.end : statement.end;
  const [open, close] = isExpression ? ['(', ')'] : ['{ ', ' }'];
  const edits = [
    { start, end: start, text: `await $page.throws(async () => ${open}` },
    { start: end, end: comment.end, text: `${close}, ${facts});${lineBreaks(text, end, comment.end)}` },
  ];
  // Inside a function nothing can be exported.
  if (statement !== declaration)
    edits.push({ start: statement.start, end: statement.start + 'export'.length, text: '' });
  return edits;
}

/** A value as the page gives it, and where its comments start and end. */
interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function readValue(text: string, [first, ...more]: readonly Comment[]): Value | undefined {
  if (!first) return undefined;
  let value = first.value.replace('=>', '').trim();
  let { end } = first;
  while (!isExpression(value)) {
    const next = more.shift();
    if (!next || !/^\s*$/.test(text.slice(end, next.start)) || lineBreaks(text, end, next.start) !== '\n')
      return undefined;
    value += `\n${next.value}`;
    end = next.end;
  }
  return { text: value, start: first.start, end };
}

function isExpression(value: string): boolean {
  const { program, errors } = parseSync('value.ts', `(${value}\n)`);
  return errors.length === 0 && program.body.length === 1 && program.body[0]?.type === 'ExpressionStatement';
}

function declaredName(statement: Statement): string | undefined {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1) return undefined;
  const id = declaration.declarations[0]?.id;
  return id?.type === 'Identifier' ? id.name : undefined;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
