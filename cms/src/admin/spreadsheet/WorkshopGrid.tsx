import { Badge, Box, Button, Checkbox, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { cellName, cellsOf, cellText } from '../../rules/spreadsheet/corrected';
import type { Fate, RowReport, SheetWorkshop } from '../../rules/spreadsheet/sheet';
import { WORKSHOP } from '../../schema/uids';
import { RuledItem, RuledList } from '../RuledList';
import { fateInWords, rowsInWords } from './words';

/** Rows that are shown at once. */
const PAGE = 50;

const COLOURS: Record<Fate, { background: string; text: string }> = {
  create: { background: 'success100', text: 'success700' },
  change: { background: 'primary100', text: 'primary700' },
  same: { background: 'neutral150', text: 'neutral700' },
  cancel: { background: 'warning100', text: 'warning700' },
  refused: { background: 'danger100', text: 'danger700' },
};

interface WorkshopGridProps {
  workshops: SheetWorkshop[];
  /** Of each workshop, in the same order. */
  reports: RowReport[];
  /** Whether nothing can be typed, since others are about to take their place. */
  isBusy: boolean;
  onEdit: (index: number, path: string, text: string) => void;
}

/** The workshops of a sheet, a row each: what becomes of it, and what is to be mended in it. */
export function WorkshopGrid({ workshops, reports, isBusy, onEdit }: WorkshopGridProps) {
  const [onlyBroken, setOnlyBroken] = useState(false);
  /** Those to be mended when the filter was set: what is mended stays to be seen. */
  const [broken, setBroken] = useState<ReadonlySet<number>>(new Set());
  const [page, setPage] = useState(0);
  const toMend = reports.flatMap(({ fate }, index) => (fate === 'refused' ? [index] : []));
  const shown = workshops.flatMap((_, index) =>
    !onlyBroken || broken.has(index) || reports[index]?.fate === 'refused' ? [index] : [],
  );
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const current = Math.min(page, pages - 1);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Checkbox
        checked={onlyBroken}
        onCheckedChange={(checked) => {
          setBroken(new Set(toMend));
          setOnlyBroken(checked === true);
          setPage(0);
        }}
      >
        {`Only what needs mending (${toMend.length})`}
      </Checkbox>
      <RuledList>
        {shown.slice(current * PAGE, (current + 1) * PAGE).map((index) => {
          const workshop = workshops[index];
          return (
            workshop && (
              <RuledItem key={index}>
                <WorkshopRow
                  workshop={workshop}
                  report={reports[index]}
                  isBusy={isBusy}
                  onEdit={(path, text) => onEdit(index, path, text)}
                />
              </RuledItem>
            )
          );
        })}
      </RuledList>
      {pages > 1 && (
        <Flex
          tag="nav"
          aria-label="Workshops of the sheet"
          gap={3}
          justifyContent="center"
          alignItems="center"
        >
          <Button variant="tertiary" disabled={current === 0} onClick={() => setPage(current - 1)}>
            Before
          </Button>
          <Typography>{`Page ${current + 1} of ${pages}`}</Typography>
          <Button variant="tertiary" disabled={current === pages - 1} onClick={() => setPage(current + 1)}>
            Next
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

interface WorkshopRowProps {
  workshop: SheetWorkshop;
  report: RowReport | undefined;
  isBusy: boolean;
  onEdit: (path: string, text: string) => void;
}

function WorkshopRow({ workshop, report, isBusy, onEdit }: WorkshopRowProps) {
  const cellsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  /** Cells that were wrong once stay open while they are typed in, also when they become right. */
  const [touched, setTouched] = useState<string[]>([]);
  const problems = report?.problems ?? [];
  const problemOf = (path: string): string | undefined =>
    problems.find(({ field }) => field === path)?.message;
  const paths = [
    ...new Set([
      ...problems.map(({ field }) => field).filter((field) => cellName(field)),
      ...touched,
      ...(isOpen ? cellsOf(workshop) : []),
    ]),
  ];
  const elsewhere = problems.filter(({ field }) => !cellName(field));
  const title = report?.title || workshop.values.title || 'Without a title';
  const hasNoDay = elsewhere.some(({ field }) => field.startsWith('sessions'));
  const edit = (path: string, text: string): void => {
    setTouched((before) => (before.includes(path) ? before : [...before, path]));
    onEdit(path, text);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography tag="h3" variant="delta">
            {report?.documentId ? (
              <Link to={`/content-manager/collection-types/${WORKSHOP}/${report.documentId}`} target="_blank">
                {title}
              </Link>
            ) : (
              title
            )}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {rowsInWords(workshop.rows)}
          </Typography>
        </Flex>
        <Flex gap={3} alignItems="center">
          {report && (
            <Badge backgroundColor={COLOURS[report.fate].background} textColor={COLOURS[report.fate].text}>
              {fateInWords(report.fate)}
            </Badge>
          )}
          <Button
            variant="tertiary"
            size="S"
            aria-expanded={isOpen}
            aria-controls={cellsId}
            aria-label={`${isOpen ? 'Hide' : 'Show'} the cells of ${title}, ${rowsInWords(workshop.rows)}`}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Hide its cells' : 'Its cells'}
          </Button>
        </Flex>
      </Flex>
      <Notes notes={report?.changes ?? []} />
      <Notes notes={elsewhere.map(({ message }) => message)} colour="danger700" />
      <Notes notes={report?.remarks ?? []} />
      <Flex id={cellsId} gap={4} wrap="wrap" alignItems="flex-start">
        {paths.map((path) => (
          <Box key={path} width="24rem" maxWidth="100%">
            <Field.Root name={path} error={problemOf(path)}>
              <Field.Label>{cellName(path)}</Field.Label>
              <TextInput
                value={cellText(workshop, path)}
                disabled={isBusy}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => edit(path, event.target.value)}
              />
              <Field.Error />
            </Field.Root>
          </Box>
        ))}
      </Flex>
      {(isOpen || hasNoDay) && (
        <div>
          <Button
            variant="secondary"
            size="S"
            disabled={isBusy}
            onClick={() => {
              const next = workshop.sessions?.length ?? 0;
              for (const part of ['date', 'startTime', 'endTime']) edit(`sessions.${next}.${part}`, '');
            }}
          >
            {`Add a session to ${title}`}
          </Button>
        </div>
      )}
    </Flex>
  );
}

const NOTES_SHOWN = 8;

function Notes({ notes, colour = 'neutral800' }: { notes: string[]; colour?: string }) {
  if (notes.length === 0) return null;
  return (
    <ul>
      {notes.slice(0, NOTES_SHOWN).map((note) => (
        <li key={note}>
          <Typography textColor={colour}>{note}</Typography>
        </li>
      ))}
      {notes.length > NOTES_SHOWN && (
        <li>
          <Typography textColor={colour}>{`And ${notes.length - NOTES_SHOWN} more.`}</Typography>
        </li>
      )}
    </ul>
  );
}
