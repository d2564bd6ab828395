import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { memo, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Editor, Node, type Range, Range as Ranges, Text, Transforms } from 'slate';
import { ReactEditor, useFocused, useSlate } from 'slate-react';
import { tokensIn, wordingOf } from '../../rules/figures';
import type { QuotedFigure } from '../../rules/to-fill';
import { useFollowedCaret } from './follow-caret';
import { tellPastes } from './paste';
import { beginning, offered, type Press, pressed, saidOf } from './tokens';
import { type Figures, useFigures } from './useFigures';

/**
 * Beside a rich text: offers figures while one is typed, says how the one reads in which the caret stands, and says what of a
 * paste couldn't be kept. The focus stays in the text.
 */
export function FigureCompanion() {
  const editor = useSlate() as ReactEditor;
  const figures = useFigures();
  const isFocused = useFocused();
  const { toggleNotification } = useNotification();
  useEffect(
    () => tellPastes(editor, (message) => toggleNotification({ type: 'info', message, timeout: 12_000 })),
    [editor, toggleNotification],
  );
  useFollowedCaret(editor);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const caret = figures && caretIn(editor);
  const typing = caret && typingAt(caret);
  const place = typing && `${typing.range.anchor.path.join('.')} ${typing.range.anchor.offset}`;
  useEffect(() => {
    if (!place) setDismissed(null);
  }, [place]);
  if (!figures || !caret || !isFocused) return null;
  const options = typing && place !== dismissed ? offered(typing.typed, figures) : [];
  if (!typing || options.length === 0) return <Said words={saidAt(caret, figures)} />;
  const choose = (figure: QuotedFigure): void => {
    Transforms.select(editor, typing.range);
    Transforms.insertText(editor, `{{${figure.key}}}`);
  };
  return (
    <Offer
      key={typing.typed}
      editor={editor}
      at={typing.range}
      options={options}
      onChoose={choose}
      onDismiss={() => setDismissed(place)}
    />
  );
}

interface Caret {
  text: string;
  offset: number;
  path: number[];
}

function caretIn(editor: Editor): Caret | null {
  const { selection } = editor;
  if (!selection || !Ranges.isCollapsed(selection)) return null;
  const { path, offset } = selection.anchor;
  const node = Node.has(editor, path) ? Node.get(editor, path) : null;
  return Text.isText(node) ? { text: node.text, offset, path } : null;
}

function typingAt({ text, offset, path }: Caret): { typed: string; range: Range } | null {
  const begun = beginning(text, offset);
  return (
    begun && {
      typed: begun.typed,
      range: { anchor: { path, offset: begun.start }, focus: { path, offset } },
    }
  );
}

function saidAt({ text, offset }: Caret, figures: Figures): string {
  const token = tokensIn(text).find(({ start, end }) => start < offset && offset <= end);
  return token ? saidOf(token.key, figures).said : '';
}

const Said = memo(function Said({ words }: { words: string }) {
  return <VisuallyHidden role="status">{words}</VisuallyHidden>;
});

interface OfferProps {
  editor: ReactEditor;
  /** What is typed of it so far. */
  at: Range;
  options: QuotedFigure[];
  onChoose: (figure: QuotedFigure) => void;
  onDismiss: () => void;
}

/** A list to choose a figure from, below what is typed of it: with the arrow keys and Enter, or by a click. */
function Offer({ editor, at, options, onChoose, onDismiss }: OfferProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const latest = useRef({ active, options, onChoose, onDismiss });
  latest.current = { active, options, onChoose, onDismiss };

  useLayoutEffect(() => putBelow(list.current, editor, at));
  useEffect(() => {
    const field = ReactEditor.toDOMNode(editor, editor);
    const listen = (event: KeyboardEvent): void => {
      const press = event.isComposing ? null : pressed(event);
      if (!press) return;
      answer(press, latest.current, setActive);
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the editor, whose own Enter begins a paragraph.
    field.addEventListener('keydown', listen, true);
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', id);
    return () => {
      field.removeEventListener('keydown', listen, true);
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant'])
        field.removeAttribute(name);
    };
  }, [editor, id]);
  useEffect(() => {
    ReactEditor.toDOMNode(editor, editor).setAttribute('aria-activedescendant', `${id}-${active}`);
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [editor, id, active]);

  return (
    <>
      <Said
        words={`${options.length === 1 ? 'One figure' : `${options.length} figures`} to choose from with the arrow keys and Enter.`}
      />
      <Box
        ref={list}
        id={id}
        role="listbox"
        aria-label="Figures to quote"
        position="fixed"
        zIndex={4}
        background="neutral0"
        shadow="filterShadow"
        borderColor="neutral150"
        hasRadius
        padding={1}
        maxHeight="24rem"
        maxWidth="36rem"
        overflow="auto"
      >
        {options.map((figure, index) => (
          <Flex
            key={figure.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            direction="column"
            alignItems="flex-start"
            paddingTop={2}
            paddingBottom={2}
            paddingLeft={4}
            paddingRight={4}
            hasRadius
            background={index === active ? 'primary100' : 'neutral0'}
            cursor="pointer"
            // Not a click, which comes after the text has lost the focus.
            onMouseDown={(event: React.MouseEvent) => {
              event.preventDefault();
              onChoose(figure);
            }}
            onMouseMove={() => setActive(index)}
          >
            <Typography fontWeight="bold">{`{{${figure.key}}}`}</Typography>
            <Typography variant="pi" textColor="neutral700">
              {figure.value ? `“${wordingOf(figure)}”` : `“${wordingOf(figure)}”: no number yet`}
            </Typography>
          </Flex>
        ))}
      </Box>
    </>
  );
}

function answer(
  press: Press,
  { active, options, onChoose, onDismiss }: Omit<OfferProps, 'editor' | 'at'> & { active: number },
  setActive: (index: number) => void,
): void {
  const chosen = options[active];
  if (press === 'next') setActive((active + 1) % options.length);
  else if (press === 'previous') setActive((active + options.length - 1) % options.length);
  else if (press === 'dismiss') onDismiss();
  else if (chosen) onChoose(chosen);
}

const BELOW = 4;

/** Within a dialog that is drawn elsewhere “fixed” counts from there. */
function putBelow(box: HTMLElement | null, editor: ReactEditor, at: Range): void {
  if (!box) return;
  try {
    const caret = ReactEditor.toDOMRange(editor, at).getBoundingClientRect();
    box.style.left = '0';
    box.style.top = '0';
    const { left, top, width, height } = box.getBoundingClientRect();
    const right = document.documentElement.clientWidth - width;
    const fits = caret.bottom + BELOW + height <= window.innerHeight;
    box.style.left = `${Math.max(Math.min(caret.left, right), 0) - left}px`;
    box.style.top = `${(fits ? caret.bottom + BELOW : caret.top - BELOW - height) - top}px`;
  } catch {
    // The text isn't drawn yet: the next key puts it right.
  }
}

/** Begins to quote a figure where the caret is, or at the end. */
export function beginFigure(editor: Editor): void {
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  Editor.insertText(editor, '{{');
  // A menu that it was chosen from has the focus until it is closed; the list of figures is there for a text that has it.
  setTimeout(() => ReactEditor.focus(editor as ReactEditor));
}
