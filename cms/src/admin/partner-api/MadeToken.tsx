import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';

interface MadeTokenProps {
  token: string;
  name: string;
  onDone: () => void;
}

/** A token that was just made, the only time that it is shown. */
export function MadeToken({ token, name, onDone }: MadeTokenProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  // Whoever made it goes on from here, also without a mouse.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(token);
      setSaid('Copied.');
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid('Your browser doesn’t let it be copied here: it is marked, press Ctrl+C or ⌘C.');
    }
  };
  return (
    <Box background="success100" padding={4} hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Field.Root
          name="made-token"
          hint="Copy it now, into the program that will use it: it is not shown again."
        >
          <Field.Label>{`The token “${name}”`}</Field.Label>
          <TextInput ref={field} value={token} readOnly autoComplete="off" spellCheck={false} />
          <Field.Hint />
        </Field.Root>
        <Flex gap={2} wrap="wrap">
          <Button type="button" onClick={copy}>
            Copy it
          </Button>
          <Button type="button" variant="tertiary" onClick={onDone}>
            I have it
          </Button>
        </Flex>
        <Typography role="status">{said}</Typography>
      </Flex>
    </Box>
  );
}
