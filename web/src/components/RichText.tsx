import type {
  RichTextBlock,
  RichText as RichTextBlocks,
  RichTextInline,
  RichTextList,
  RichTextText,
} from '@deep-dive/shared-types';
import { Fragment, type ReactNode } from 'react';
import { safeHref } from '../hrefs';
import { Heading, type HeadingLevel } from './Heading';
import styles from './RichText.module.css';
import { SiteLink } from './SiteLink';

interface RichTextProps {
  text: RichTextBlocks;
  /** The level of the heading this text stands under; the headings in it come below. */
  under: HeadingLevel;
  /** Shows bulleted lists with check marks. */
  hasChecks?: boolean;
  className?: string;
}

/** Text written in the CMS. What it holds is data: no HTML of its own, and no link that could run a script. */
export function RichText({ text, under, hasChecks = false, className }: RichTextProps) {
  const blocks = text.filter((block) => !isEmpty(block));
  if (blocks.length === 0) return null;
  const levels = headingLevels(blocks, under);
  const names = [styles.text, hasChecks && styles.checks, className].filter(Boolean).join(' ');
  return (
    <div className={names}>{blocks.map((block, index) => renderBlock(block, index, levels[index] ?? 6))}</div>
  );
}

/** The author's levels shifted below `under`, without skipping one: whoever jumps from heading to heading misses nothing. */
function headingLevels(blocks: RichTextBlocks, under: HeadingLevel): HeadingLevel[] {
  const written = blocks.map((block) => (block.type === 'heading' ? block.level : Number.POSITIVE_INFINITY));
  const highest = Math.min(...written);
  let previous: number = under;
  return written.map((level) => {
    if (!Number.isFinite(level)) return 6;
    previous = Math.min(previous + 1, under + 1 + level - highest, 6);
    return previous as HeadingLevel;
  });
}

/** Editors leave an empty paragraph at the end, as everybody does. */
function isEmpty(block: RichTextBlock): boolean {
  return block.type !== 'image' && block.type !== 'list' && plainText(block.children).trim() === '';
}

function plainText(inlines: RichTextInline[]): string {
  return inlines
    .map((inline) => (inline.type === 'link' ? plainText(inline.children) : inline.text))
    .join('');
}

function renderBlock(block: RichTextBlock, key: number, level: HeadingLevel): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p key={key}>{renderInlines(block.children)}</p>;
    case 'heading':
      return (
        <Heading key={key} level={level}>
          {renderInlines(block.children)}
        </Heading>
      );
    case 'list':
      return renderList(block, key);
    case 'quote':
      return (
        <blockquote key={key}>
          <p>{renderInlines(block.children)}</p>
        </blockquote>
      );
    case 'code':
      return (
        <pre key={key}>
          <code>{renderInlines(block.children)}</code>
        </pre>
      );
    case 'image':
      return (
        <img
          key={key}
          src={block.image.url}
          alt={block.image.alternativeText ?? ''}
          width={block.image.width ?? 1200}
          height={block.image.height ?? 800}
          loading="lazy"
          decoding="async"
        />
      );
    default:
      return null;
  }
}

/** Strapi keeps a nested list beside the item it belongs to; HTML wants it inside. */
function renderList(list: RichTextList, key: number): ReactNode {
  const items: { content: RichTextInline[]; nested: RichTextList[] }[] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') items.push({ content: child.children, nested: [] });
    else {
      const owner = items.at(-1);
      if (owner) owner.nested.push(child);
      else items.push({ content: [], nested: [child] });
    }
  }
  const Tag = list.format === 'ordered' ? 'ol' : 'ul';
  return (
    <Tag key={key}>
      {items.map(({ content, nested }, index) => (
        <li key={index}>
          {renderInlines(content)}
          {nested.map(renderList)}
        </li>
      ))}
    </Tag>
  );
}

function renderInlines(inlines: RichTextInline[]): ReactNode[] {
  return inlines.map((inline, index) => {
    if (inline.type !== 'link') return renderText(inline, index);
    const words = inline.children.map(renderText);
    const href = safeHref(inline.url);
    return href ? (
      <SiteLink key={index} href={href}>
        {words}
      </SiteLink>
    ) : (
      <Fragment key={index}>{words}</Fragment>
    );
  });
}

function renderText(
  { text, bold, italic, underline, strikethrough, code }: RichTextText,
  key: number,
): ReactNode {
  let node: ReactNode = text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]));
  if (code) node = <code>{node}</code>;
  if (strikethrough) node = <s>{node}</s>;
  if (underline) node = <u>{node}</u>;
  if (italic) node = <em>{node}</em>;
  if (bold) node = <strong>{node}</strong>;
  return <Fragment key={key}>{node}</Fragment>;
}
