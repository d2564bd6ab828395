import type { RichTextBlock, RichTextInline } from '@deep-dive/shared-types';
import type { ReactNode } from 'react';

/** Rich text as it reads. */
export function Blocks({ value }: { value: unknown }) {
  return (Array.isArray(value) ? (value as RichTextBlock[]) : []).map((block, index) => (
    <Block key={index} block={block} />
  ));
}

function Block({ block }: { block: RichTextBlock }): ReactNode {
  switch (block.type) {
    case 'list': {
      const List = block.format === 'ordered' ? 'ol' : 'ul';
      return (
        <List>
          {block.children.map((item, index) => (
            <li key={index}>
              {item.type === 'list' ? <Block block={item} /> : <Inlines inlines={item.children} />}
            </li>
          ))}
        </List>
      );
    }
    case 'heading':
      return (
        <h5>
          <Inlines inlines={block.children} />
        </h5>
      );
    case 'quote':
      return (
        <blockquote>
          <Inlines inlines={block.children} />
        </blockquote>
      );
    case 'image':
      return null;
    default:
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      );
  }
}

function Inlines({ inlines }: { inlines: RichTextInline[] }) {
  return inlines.map((inline, index) => {
    if (inline.type === 'link')
      return (
        <u key={index}>
          <Inlines inlines={inline.children} />
        </u>
      );
    const words = inline.bold ? <strong>{inline.text}</strong> : inline.text;
    return inline.italic ? <em key={index}>{words}</em> : <span key={index}>{words}</span>;
  });
}
