import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { type ClipboardEvent, useState } from 'react';
import { DOCUMENT_LIMIT, tooLargeWords } from '../../rules/document/document';
import { FileDrop } from '../FileDrop';

const ENDINGS = '.docx,.html,.htm,.md,.markdown,.txt';

interface ChooserProps {
  isBusy: boolean;
  /** Sends what was chosen or pasted to be read. */
  onRead: (form: FormData) => void;
  onProblem: (problem: string) => void;
}

/** Takes a document: a file chosen or dropped, or a text pasted. */
export function Chooser({ isBusy, onRead, onProblem }: ChooserProps) {
  const [text, setText] = useState('');
  const [html, setHtml] = useState('');

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
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <FileDrop
        label="Choose a document, or drop it here"
        hint="Word (.docx), HTML or Markdown, up to 10 MB. Nothing is made before you have seen what becomes of it."
        accept={ENDINGS}
        isBusy={isBusy}
        onFile={choose}
      />
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
        Questions below “FAQ”, quotations, numbers, downloads and a link to a video are known as well.
      </Typography>
    </Flex>
  );
}
