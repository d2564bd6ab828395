import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';

/** A node of a PDF's tags: its role, its alternative text where it has one, and the text marked with it and below it. */
export interface Tag {
  role: string;
  alt?: string;
  text: string;
  children: Tag[];
}

/** What a PDF says of itself, as a reader that knows tags sees it. */
export interface ReadPdf {
  pages: number;
  /** Points. */
  width: number;
  height: number;
  title: string;
  language: string | null;
  isMarked: boolean;
  /** In the order of its tags. */
  text: string;
  tags: Tag;
  links: string[];
  /** The lowest and rightmost that text reaches, in points from the upper left corner. */
  reach: { right: number; bottom: number };
}

interface StructNode {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: StructNode[];
}

export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  try {
    const page = await pdf.getPage(1);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const texts = new Map<string, string>();
    const open: (string | undefined)[] = [];
    const reach = { right: 0, bottom: 0 };
    for (const item of content.items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop();
        else open.push(item.id);
        continue;
      }
      const { str, width, transform, hasEOL } = item as TextItem;
      reach.right = Math.max(reach.right, transform[4] + width);
      reach.bottom = Math.max(reach.bottom, top - transform[5]);
      const id = open.findLast((each) => each !== undefined);
      if (id) texts.set(id, (texts.get(id) ?? '') + str + (hasEOL ? ' ' : ''));
    }
    const tagOf = (node: StructNode): Tag => {
      const inner = node.children ?? [];
      const children = inner.filter(({ role }) => role).map(tagOf);
      const text = inner
        .map((child) =>
          child.role
            ? (children[inner.filter(({ role }) => role).indexOf(child)]?.text ?? '')
            : (texts.get(child.id ?? '') ?? ''),
        )
        .join('');
      return { role: node.role ?? '', ...(node.alt ? { alt: node.alt } : {}), text, children };
    };
    const tags = tagOf((await page.getStructTree()) as StructNode);
    const annotations = (await page.getAnnotations()) as { url?: string; unsafeUrl?: string }[];
    return {
      pages: pdf.numPages,
      width: right - left,
      height: top - bottom,
      title: info.Title ?? '',
      language: info.Language ?? null,
      isMarked: ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
      text: tags.text,
      tags,
      links: annotations.flatMap(({ url, unsafeUrl }) => unsafeUrl ?? url ?? []),
      reach,
    };
  } finally {
    await task.destroy();
  }
}

/** Every tag of a role, in the order of reading. */
export const tagsOf = (tag: Tag, role: string): Tag[] => [
  ...(tag.role === role ? [tag] : []),
  ...tag.children.flatMap((child) => tagsOf(child, role)),
];
