import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { type ClipboardEvent, type DragEvent, useId, useState } from 'react';
import styled from 'styled-components';
import { DOCUMENT_LIMIT, tooLargeWords } from '../../rules/document/document';

const ENDINGS = '.docx,.html,.htm,.md,.markdown,.txt';

const Drop = styled(Box)<{ $isOver: boolean }>`
  border: 2px dashed ${({ theme, $isOver }) => ($isOver ? theme.colors.primary600 : theme.colors.neutral500)};
  input {
    max-width: 100%;
    font-size: 1.4rem;
  }
`;

interface ChooserProps {
  isBusy: boolean;
  /** Sends what was chosen or pasted to be read. */
  onRead: (form: FormData) => void;
  onProblem: (problem: string) => void;
}

/** Takes a document: a file chosen or dropped, or a text pasted. */
export function Chooser({ isBusy, onRead, onProblem }: ChooserProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [html, setHtml] = useState('');
  const [isOver, setIsOver] = useState(false);

  const choose = (file: File | undefined): void => {
    if (!file) return;
    if (file.size > DOCUMENT_LIMIT) {
      onProblem(tooLargeWords(file.name, file.size));
      return;
    }
    const form = new FormData();
    form.set('file', file);
    onRead(form);
  };
  const readPasted = (words: string, markup: string): void => {
    const form = new FormData();
    if (words) form.set('text', new File([words], 'pasted.txt'));
    if (markup) form.set('html', new File([markup], 'pasted.html'));
    onRead(form);
  };
  const paste = (event: ClipboardEvent): void => {
    if (text.trim()) return;
    const [file] = event.clipboardData.files;
    const markup = event.clipboardData.getData('text/html');
    const words = event.clipboardData.getData('text/plain');
    if (!markup && words) return;
    event.preventDefault();
    if (markup) {
      // What is pasted here stays to be seen, should it not be read.
      setText(words);
      setHtml(markup);
      readPasted(words, markup);
    } else choose(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    choose(event.dataTransfer.files[0]);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Drop
        $isOver={isOver}
        padding={6}
        background="neutral0"
        hasRadius
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Flex direction="column" alignItems="flex-start" gap={3}>
          <Typography tag="label" htmlFor={id} variant="delta">
            Choose a document, or drop it here
          </Typography>
          <input
            id={id}
            type="file"
            accept={ENDINGS}
            disabled={isBusy}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Typography id={`${id}-hint`} variant="pi" textColor="neutral600">
            Word (.docx), HTML or Markdown, up to 10 MB. Nothing is made before you have seen what becomes of
            it.
          </Typography>
        </Flex>
      </Drop>
      <Box padding={6} background="neutral0" hasRadius>
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Field.Root
            name="pasted"
            hint="From Word, Google Docs or a web page with its headings, lists and links; or write Markdown."
          >
            <Field.Label>Or paste its text</Field.Label>
            <Textarea
              value={text}
              disabled={isBusy}
              onPaste={paste}
              onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => {
                setText(event.target.value);
                setHtml('');
              }}
            />
            <Field.Hint />
          </Field.Root>
          <div>
            <Button
              onClick={() => readPasted(text, html)}
              disabled={!text.trim()}
              loading={isBusy}
              variant="secondary"
            >
              Read it
            </Button>
          </div>
        </Flex>
      </Box>
      <Typography textColor="neutral600">
        Headings become sections. “____” becomes a figure, “Image” a place for a picture, “button” a button,
        “map” the workshop map, and a note such as “not sure we’ll include this” switches its section off.
      </Typography>
    </Flex>
  );
}
