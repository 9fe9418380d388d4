import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Fault, fault } from './fault.js';

/** Code that shares one scope. `text` has as many lines before each statement as the page has, so that lines agree. */
export interface Chain {
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

interface Block {
  readonly kind: 'starts' | 'continues';
  readonly heading: string;
  readonly line: number;
  readonly code: string;
}

/** The chains of a page: each `ts` block starts one, each `ts continues` block joins the one before it. */
export function readPage(page: string, markdown: string, faults: Fault[]): Chain[] {
  const chains: Block[][] = [];
  for (const block of blocksOf(page, markdown, faults)) {
    const last = chains.at(-1);
    if (block.kind === 'starts') chains.push([block]);
    else if (last) last.push(block);
    else faults.push(fault(page, block.line, '`ts continues` has no `ts` block before it to continue'));
  }
  return chains.map((blocks) => ({ page, heading: blocks[0]?.heading ?? '', text: layOut(blocks) }));
}

function blocksOf(page: string, markdown: string, faults: Fault[]): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  visit(fromMarkdown(markdown), (node) => {
    const { start, end } = node.position ?? {};
    if (!start || !end) return;
    if (node.type === 'heading') {
      const source = markdown.slice(start.offset, end.offset);
      heading = source.replace(/^#+\s*|\s*#*$|\n.*$/gs, '').replaceAll('`', '');
    }
    if (node.type !== 'code' || !/^(ts|typescript)$/i.test(node.lang ?? '')) return;
    const info = [node.lang, node.meta].filter(Boolean).join(' ');
    if (info === 'ts') blocks.push({ kind: 'starts', heading, line: start.line, code: node.value });
    else if (info === 'ts continues')
      blocks.push({ kind: 'continues', heading, line: start.line, code: node.value });
    else faults.push(fault(page, start.line, `a block is \`ts\` or \`ts continues\`, not \`${info}\``));
  });
  return blocks;
}

function visit(node: Node, seen: (node: Node) => void): void {
  seen(node);
  if ('children' in node) for (const child of node.children) visit(child, seen);
}

/** The blocks at their own lines; `line` is that of the fence, and the code starts on the next one. */
function layOut(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const { line, code } of blocks) {
    while (lines.length < line) lines.push('');
    lines.push(...code.split('\n'));
  }
  return lines.join('\n');
}
