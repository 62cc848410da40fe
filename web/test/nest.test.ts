import { describe, expect, it } from 'vitest';
import { nest, type Node } from '../src/model/nest';

const show = (nodes: Node<string>[]): string =>
  nodes.map((node) => ('text' in node ? node.text : `<${node.value}>${show(node.children)}</${node.value}>`)).join('');

describe('nest', () => {
  it('puts a name inside the quote that holds it', () => {
    const spans = [
      { start: 0, end: 16, value: 'q' },
      { start: 2, end: 7, value: 'e' },
    ];
    expect(show(nest('« Alice arrive » dit-on', spans))).toBe('<q>« <e>Alice</e> arrive »</q> dit-on');
  });

  it('splits the later of two that cross', () => {
    const spans = [
      { start: 0, end: 6, value: 'a' },
      { start: 3, end: 9, value: 'b' },
    ];
    expect(show(nest('abcdefghij', spans))).toBe('<a>abc<b>def</b></a><b>ghi</b>j');
  });

  it('keeps every character whatever the spans', () => {
    const text = 'the same words, marked at random';
    const plain = (nodes: Node<number>[]): string =>
      nodes.map((node) => ('text' in node ? node.text : plain(node.children))).join('');
    let seed = 7;
    const random = (n: number) => (seed = (seed * 16807) % 2147483647) % n;
    for (let round = 0; round < 500; round += 1) {
      const spans = Array.from({ length: random(12) }, (_, value) => {
        const start = random(text.length + 6) - 3;
        return { start, end: start + random(14), value };
      });
      expect(plain(nest(text, spans))).toBe(text);
    }
  });
});
