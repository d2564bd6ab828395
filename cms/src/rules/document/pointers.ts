import { withoutDetour } from '../rich-text/from-html';
import { type HtmlElement, type HtmlNode, isElement } from '../rich-text/html';
import { textOf } from './html';

/** A line that sends its reader elsewhere. */
export interface Pointer {
  /** What it says first; empty where it only leads there. */
  lead: string;
  /** The words that lead there. */
  label: string;
  /** Where to, where the document says. */
  url: string | null;
  isDownload: boolean;
}

const HERE = /\bhere[.!]*$/i;
const DOWNLOAD = /^download\b|\bdownload\b.*\bhere[.!]*$/i;

/** “Not sure where to start? See a comparison here.”; null for a line that leads nowhere. */
export function pointerIn(node: HtmlElement): Pointer | null {
  const words = textOf(node);
  const sentences = words.split(/(?<=[.?!])\s+(?=\S)/);
  const label = sentences.at(-1) ?? '';
  const lead = sentences.slice(0, -1).join(' ');
  const links = linksIn(node);
  const [link] = links;
  const leads = link !== undefined && links.length === 1 && label.includes(textOf(link));
  if (links.length > 0 && !leads) return null;
  const isPointer =
    HERE.test(label) || DOWNLOAD.test(label) || (leads && (lead.endsWith('?') || textOf(link) === words));
  if (!isPointer) return null;
  return {
    lead,
    label,
    url: leads ? withoutDetour(String(link.properties.href ?? '')) : null,
    isDownload: /\bdownload\b/i.test(label),
  };
}

/** A line that is nothing but a way to one file. */
export interface Download {
  title: string;
  description: string;
  /** Where to, where the document says. */
  url: string | null;
}

/** “Download the poster here.” */
export function downloadIn(node: HtmlElement): Download | null {
  const pointer = pointerIn(node);
  if (!pointer || !/^download\b/i.test(pointer.label)) return null;
  const { label, lead, url } = pointer;
  const title = label
    .replace(/^download\s*(?:(?:the|an?|our|this)\s+)?/i, '')
    .replace(/\s*\bhere[.!]*$|[.!:]+$/i, '')
    .trim();
  return { title: title ? title[0]?.toUpperCase() + title.slice(1) : label, description: lead, url };
}

/** What a line leads to that is one link and nothing else; an address that is only typed counts too. */
export function linkAlone(node: HtmlElement): { url: string; label: string } | null {
  const words = textOf(node);
  const [link, ...more] = linksIn(node);
  if (!link) return /^https?:\/\/\S+$/.test(words) ? { url: words, label: '' } : null;
  if (more.length > 0 || textOf(link) !== words) return null;
  const url = withoutDetour(String(link.properties.href ?? ''));
  return { url, label: /^https?:\/\//.test(words) ? '' : words };
}

/** Sentences that lead somewhere, and no link stands in them. */
export const leadsNowhere = (node: HtmlElement): string[] =>
  linksIn(node).length > 0
    ? []
    : textOf(node)
        .split(/(?<=[.?!])\s+(?=\S)/)
        .filter((sentence) => HERE.test(sentence));

function linksIn(node: HtmlNode): HtmlElement[] {
  if (!isElement(node)) return [];
  return node.tagName === 'a' ? [node] : node.children.flatMap(linksIn);
}

/** The page that some words speak of; null unless it is one. */
export function pageMeant<Page extends { title: string }>(words: string, pages: Page[]): Page | null {
  const said = new Set(stemsOf(words));
  const fitting = pages
    .map((page) => ({ page, stems: stemsOf(page.title) }))
    .filter(({ stems }) => stems.length > 0 && stems.every((stem) => said.has(stem)))
    .sort((one, other) => other.stems.length - one.stems.length);
  const [best, next] = fitting;
  return best && best.stems.length !== next?.stems.length ? best.page : null;
}

/** Letters that are enough to tell “compare” and “comparison” for one. */
const STEM = 6;

const stemsOf = (words: string): string[] =>
  (words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, STEM).replace(/[es]+$/, ''));
