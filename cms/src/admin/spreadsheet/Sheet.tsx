import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { isFetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { type ColumnChoice, withChoices } from '../../rules/spreadsheet/columns';
import { correctedSheet, withCell } from '../../rules/spreadsheet/corrected';
import { csvOf } from '../../rules/spreadsheet/export';
import type { SheetWorkshop } from '../../rules/spreadsheet/sheet';
import type { ReadSheet } from '../../rules/spreadsheet/understand';
import { download } from '../download';
import { ColumnList } from './ColumnList';
import { ADDRESS, asForm } from './request';
import { useRehearsed } from './useRehearsed';
import { WorkshopGrid } from './WorkshopGrid';
import { counted, countsInWords } from './words';

/** What was chosen for a sheet instead of what was understood. */
interface Choices {
  sheet?: string;
  headerRow?: number;
  columns?: ColumnChoice[];
}

interface SheetProps {
  partner: string;
  file: File;
  /** Is called once an import is under way. */
  onBrought: () => void;
  /** Goes back to where a file is chosen; with words when this one can’t be read. */
  onLeave: (problem?: string) => void;
}

/** A spreadsheet, from its columns to what becomes of its workshops. */
export function Sheet({ partner, file, onBrought, onLeave }: SheetProps) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [choices, setChoices] = useState<Choices>({});
  const [{ read, readBy }, setRead] = useState<{ read?: ReadSheet; readBy?: Choices }>({});
  const [workshops, setWorkshops] = useState<SheetWorkshop[]>();
  const [mended, setMended] = useState(0);
  const [publish, setPublish] = useState(false);
  const [problem, setProblem] = useState('');
  const [isBringing, setIsBringing] = useState(false);
  const top = useRef<HTMLHeadingElement>(null);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  const rehearsed = useRehearsed(partner, workshops, publish);

  useEffect(() => {
    const controller = new AbortController();
    const form = new FormData();
    form.set('file', file);
    form.set('partner', partner);
    if (choices.sheet) form.set('sheet', choices.sheet);
    if (choices.headerRow !== undefined) form.set('headerRow', String(choices.headerRow));
    if (choices.columns) form.set('mapping', JSON.stringify(choices.columns));
    post<ReadSheet>(`${ADDRESS}/read`, form, { signal: controller.signal })
      .then(({ data }) => {
        setRead({ read: data, readBy: choices });
        setWorkshops(data.workshops);
        setProblem('');
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        const words = isFetchError(error) ? error.message : 'The spreadsheet could not be read just now.';
        leave.current(`“${file.name}”: ${words}`);
      });
    return () => controller.abort();
  }, [post, file, partner, choices]);
  const isRead = read !== undefined;
  useEffect(() => {
    if (isRead) top.current?.focus();
  }, [isRead]);

  if (!read || !workshops) return <Typography role="status">{`“${file.name}” is being read …`}</Typography>;

  // What is typed meanwhile would be lost when the sheet is there as it was chosen.
  const isReading = readBy !== choices;
  const { report } = rehearsed;
  const isStale = rehearsed.isStale || isReading;
  const ready = report
    ? workshops.filter((_, index) => {
        const fate = report.workshops[index]?.fate;
        return fate !== 'refused' && fate !== 'same';
      })
    : [];
  const edit = (index: number, path: string, text: string): void => {
    setMended((before) => before + 1);
    setWorkshops((before) =>
      before?.map((workshop, each) => (each === index ? withCell(workshop, path, text) : workshop)),
    );
  };
  const bring = async (): Promise<void> => {
    setIsBringing(true);
    setProblem('');
    try {
      await post(ADDRESS, asForm({ partner, workshops: ready, publish, name: file.name }));
      toggleNotification({ type: 'success', message: `${counted(ready.length, 'workshop')}: under way.` });
      onBrought();
      const left = workshops.filter((_, index) => report?.workshops[index]?.fate === 'refused');
      if (left.length === 0) onLeave();
      else {
        setWorkshops(left);
        setMended(mended + 1);
      }
    } catch (error) {
      setProblem(isFetchError(error) ? error.message : 'They could not be brought in just now.');
    }
    setIsBringing(false);
  };
  const downloadCorrected = (): void =>
    download(
      `${file.name.replace(/\.\w+$/, '')}-corrected.csv`,
      csvOf(correctedSheet(workshops)),
      'text/csv',
    );

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Typography tag="h2" variant="beta" tabIndex={-1} ref={top}>
          {`“${file.name}”: ${counted(workshops.length, 'workshop')}`}
        </Typography>
        <Button variant="tertiary" onClick={() => onLeave()} disabled={isBringing}>
          Another file
        </Button>
      </Flex>
      <Said said={read.said} />
      <details open={read.columns.every(({ field }) => field !== 'title')}>
        <summary>
          <Typography tag="span" variant="delta">
            {`Columns: ${read.columns.filter(({ field }) => field).length} of ${read.columns.length} are used`}
          </Typography>
        </summary>
        <Box paddingTop={4}>
          {mended > 0 ? (
            <Typography>
              You have mended cells. To take columns for something else, download the corrected file, and
              choose that.
            </Typography>
          ) : (
            <ColumnList
              read={read}
              onChoose={(column) =>
                setChoices(({ sheet = read.sheet, headerRow, columns = [] }) => ({
                  sheet,
                  headerRow,
                  columns: withChoices(columns, [column]),
                }))
              }
              onSheet={(sheet) => setChoices({ sheet })}
              onHeaderRow={(headerRow) => setChoices(({ sheet = read.sheet }) => ({ sheet, headerRow }))}
            />
          )}
        </Box>
      </details>
      <Flex tag="section" direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h2" variant="beta">
          What becomes of them
        </Typography>
        <Typography role="status">
          {workshops.length === 0
            ? 'No row below the names of the columns has a workshop in it.'
            : report && !isStale
              ? `${countsInWords(report)}.`
              : 'It is being looked at …'}
        </Typography>
        <Typography role="alert" textColor="danger700">
          {problem || rehearsed.problem}
        </Typography>
        <Checkbox checked={publish} onCheckedChange={(checked) => setPublish(checked === true)}>
          Publish them: visitors see them at once. Else they become drafts.
        </Checkbox>
        <Flex gap={3} wrap="wrap">
          <Button onClick={bring} loading={isBringing} disabled={isStale || ready.length === 0}>
            {publish ? `Bring in and publish ${ready.length}` : `Bring in ${ready.length} as drafts`}
          </Button>
          <Button variant="secondary" onClick={downloadCorrected} disabled={workshops.length === 0}>
            Download the corrected file
          </Button>
        </Flex>
        {report && report.counts.refused > 0 && (
          <Typography>
            {`${counted(report.counts.refused, 'workshop')} can’t be brought in yet: mend the cells below, or bring in the others first: these stay here.`}
          </Typography>
        )}
        {report && (
          <WorkshopGrid workshops={workshops} reports={report.workshops} isBusy={isReading} onEdit={edit} />
        )}
      </Flex>
    </Flex>
  );
}

function Said({ said }: { said: string[] }) {
  if (said.length === 0) return null;
  return (
    <ul>
      {said.map((sentence) => (
        <li key={sentence}>
          <Typography>{sentence}</Typography>
        </li>
      ))}
    </ul>
  );
}
