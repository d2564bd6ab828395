import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Flex, IconButton, Menu, TextButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, More } from '@strapi/icons';
import {
  unstable_useDocumentLayout as useDocumentLayout,
  useFetchClient,
  useForm,
} from '@strapi/strapi/admin';
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../schema/model';
import { PAGE } from '../../schema/uids';
import { sectionHeading, sectionTitle } from '../forms/entries';
import { outOfSight } from '../forms/out-of-sight';
import { useOpenForm } from '../forms/useOpenForm';
import { openField } from '../preview/open-field';
import { CopyDialog } from './CopyDialog';
import { type Components, copyOf, type Related, type Values } from './copies';

const FIELD = 'sections';

/** Beside a page's form: its sections in order, each to be gone to, moved, hidden, duplicated or copied to another page. */
export const SectionsPanel: PanelComponent = ({ model, documentId, activeTab }) => {
  const isEmpty = useForm('SectionsPanel', ({ values }) => sectionsIn(values).length === 0);
  const isDisabled = useForm('SectionsPanel', ({ disabled }) => disabled);
  if (model !== PAGE || activeTab === 'published' || isEmpty || isDisabled) return null;
  return { title: 'Sections', content: <Sections documentId={documentId} /> };
};

const sectionsIn = (values: unknown): Values[] => {
  const { [FIELD]: sections } = values as { [FIELD]?: Values[] };
  return Array.isArray(sections) ? sections : [];
};

/** A section in the list. */
interface Line {
  key: string;
  /** What kind it is, and what it says first: “Opening (off) · Become a CS teacher”. */
  title: string;
  /** As much of it as there is room for. */
  words: string;
  isShown: boolean;
}

/** What can be done with a section, by its place. */
interface Doing {
  move: (from: number, to: number) => void;
  show: (index: number, isShown: boolean) => void;
  duplicate: (index: number) => void;
  copy: (index: number) => void;
}

function Sections({ documentId }: { documentId?: string }) {
  const { components } = useOpenForm();
  const { edit } = useDocumentLayout(PAGE);
  const getValues = useForm('Sections', (form) => form.getValues);
  const moveFieldRow = useForm('Sections', (form) => form.moveFieldRow);
  const addFieldRow = useForm('Sections', (form) => form.addFieldRow);
  const onChange = useForm('Sections', (form) => form.onChange);
  const readRelation = useReadRelation();
  const [said, setSaid] = useState('');
  const [copied, setCopied] = useState<{ title: string; section: Entry }>();
  const sections = useCallback(() => sectionsIn(getValues()), [getValues]);

  const lineOf = (section: Values): Line => {
    const component = edit.components[String(section.__component)] as Parameters<typeof sectionTitle>[1];
    const title = component ? sectionTitle(section, component) : '';
    return {
      key: String(section.__temp_key__ ?? section.id),
      title,
      words: (component && sectionHeading(section, component)) || title,
      isShown: section.visible !== false,
    };
  };
  // As text, so that the list is drawn anew when it changes, and not at each key.
  const written = useForm('Sections', ({ values }) => JSON.stringify(sectionsIn(values).map(lineOf)));
  const lines = useMemo(() => JSON.parse(written) as Line[], [written]);

  const copyAt = useCallback(
    async (index: number): Promise<Values | undefined> => {
      const section = sections()[index];
      try {
        return (
          section &&
          (await copyOf(String(section.__component), section, components as Components, readRelation))
        );
      } catch {
        setSaid('It could not be copied just now. Try again.');
        return undefined;
      }
    },
    [components, readRelation, sections],
  );

  const doing = useMemo(
    (): Doing => ({
      move(from, to) {
        moveFieldRow(FIELD, from, to);
        setSaid(`Moved: now ${to + 1} of ${sections().length}.`);
      },
      show(index, isShown) {
        onChange(`${FIELD}.${index}.visible`, isShown);
        setSaid(
          isShown
            ? 'Shown to visitors, once it is published.'
            : 'Hidden from visitors, once it is published.',
        );
      },
      async duplicate(index) {
        const copy = await copyAt(index);
        if (!copy) return;
        addFieldRow(FIELD, copy, index + 1);
        setSaid(`Duplicated: the copy is ${index + 2} of ${sections().length + 1}.`);
      },
      async copy(index) {
        const section = await copyAt(index);
        if (section) setCopied({ section, title: lines[index]?.title ?? '' });
      },
    }),
    [moveFieldRow, addFieldRow, onChange, copyAt, lines, sections],
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <Outline lines={lines} doing={doing} />
      <Typography role="status" variant="pi" textColor="neutral600">
        {said}
      </Typography>
      {copied && <CopyDialog {...copied} except={documentId} onClose={() => setCopied(undefined)} />}
    </Flex>
  );
}

function useReadRelation() {
  const { get } = useFetchClient();
  return useCallback(
    async (component: string, id: number, field: string): Promise<Related[]> => {
      const { data } = await get<{ results: Related[] }>(
        `/content-manager/relations/${component}/${id}/${field}?pageSize=100`,
      );
      return data.results;
    },
    [get],
  );
}

const NAME = { maxWidth: '100%', textAlign: 'start', overflowWrap: 'anywhere' } as const;
const THREE_LINES = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 3,
  overflow: 'hidden',
} as const;

/** A line of the outline, of two rows. */
const LINE = outOfSight(52);

/** What a finger meets: 24 px, as WCAG 2.2 asks (2.5.8). */
const LARGE_ENOUGH = { minWidth: '2.4rem', minHeight: '2.4rem' };

const Outline = memo(function Outline({ lines, doing }: { lines: Line[]; doing: Doing }) {
  const list = useRef<HTMLOListElement>(null);
  /** The button that moved its section, by the section's key: moving it on the page takes the focus from it. */
  const pressed = useRef<{ key: string; way: 'up' | 'down' }>();
  useLayoutEffect(() => {
    if (!pressed.current) return;
    const { key, way } = pressed.current;
    pressed.current = undefined;
    const at = lines.findIndex((line) => line.key === key);
    list.current?.children[at]?.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus();
  }, [lines]);

  const move = (key: string, from: number, way: 'up' | 'down'): void => {
    const to = way === 'up' ? from - 1 : from + 1;
    if (to < 0 || to >= lines.length) return;
    pressed.current = { key, way };
    doing.move(from, to);
  };

  return (
    <Flex tag="ol" ref={list} direction="column" alignItems="stretch" gap={1}>
      {lines.map(({ key, title, words, isShown }, index) => (
        <Flex tag="li" key={key} gap={1} justifyContent="space-between" alignItems="center" style={LINE}>
          <Box flex="1" minWidth={0}>
            <TextButton
              aria-label={`Go to “${title}”`}
              onClick={() => openField(['sections', index])}
              style={NAME}
            >
              <Typography
                variant="pi"
                fontWeight="semiBold"
                textColor={isShown ? 'neutral800' : 'neutral600'}
                style={THREE_LINES}
              >
                {isShown ? words : `${words} (off)`}
              </Typography>
            </TextButton>
          </Box>
          <Flex shrink="0">
            <Flex direction="column">
              {(['up', 'down'] as const).map((way) => (
                <IconButton
                  key={way}
                  size="XS"
                  variant="ghost"
                  withTooltip={false}
                  data-way={way}
                  style={LARGE_ENOUGH}
                  label={`Move “${title}” ${way}`}
                  // Not `disabled`, which would take the focus from who presses it until the end.
                  aria-disabled={way === 'up' ? index === 0 : index === lines.length - 1}
                  onClick={() => move(key, index, way)}
                >
                  {way === 'up' ? <ArrowUp /> : <ArrowDown />}
                </IconButton>
              ))}
            </Flex>
            <Menu.Root>
              <Menu.Trigger size="S" endIcon={null} paddingLeft={0} paddingRight={0}>
                <IconButton
                  size="XS"
                  variant="ghost"
                  tag="span"
                  withTooltip={false}
                  label={`More for “${title}”`}
                >
                  <More aria-hidden />
                </IconButton>
              </Menu.Trigger>
              <Menu.Content popoverPlacement="bottom-end">
                <Menu.Item onSelect={() => doing.duplicate(index)}>Duplicate</Menu.Item>
                <Menu.Item onSelect={() => doing.copy(index)}>Copy to another page…</Menu.Item>
                <Menu.Item onSelect={() => doing.show(index, !isShown)}>
                  {isShown ? 'Hide from visitors' : 'Show to visitors'}
                </Menu.Item>
              </Menu.Content>
            </Menu.Root>
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
});
