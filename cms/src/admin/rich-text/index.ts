import { PuzzlePiece } from '@strapi/icons';
import type { ComponentType } from 'react';
import type { Editor } from 'slate';
import { beginFigure, FigureCompanion } from './FigureCompanion';
import { renderLeaf, useDecorate } from './FigureMark';
import { withPaste } from './paste';
import { tellLater } from './tell-later';
import { useToolbarEditor } from './toolbar';

/**
 * What Strapi's rich-text editor is to know of figures, and of pasting and typing: it asks for all of it by this name (`edits.ts`).
 */
const figure = {
  useDecorate,
  renderLeaf,
  tellLater,
  Companion: FigureCompanion,
  icon: PuzzlePiece,
  label: { id: 'blocks.figure', defaultMessage: 'Quote a figure' },
  begin: beginFigure,
  useToolbarEditor,
  plugin: withPaste,
  // No kind of block of its own: Strapi's format has text and links, and a figure is text.
  matchNode: () => false,
  isInBlocksSelector: false,
};

interface Block {
  plugin?: (editor: Editor) => Editor;
  matchNode: (node: never) => boolean;
  icon?: ComponentType;
}

/** The kinds of blocks that rich text is made of, and figures. */
export const withFigures = <Blocks extends Record<string, Block>>(blocks: Blocks) => ({ ...blocks, figure });
