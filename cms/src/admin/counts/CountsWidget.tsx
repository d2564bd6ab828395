import type { CountKind } from '@deep-dive/shared-types';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import styled from 'styled-components';
import { COUNTED_DAYS, type CountedDays, type CountsReport } from '../../rules/counts';
import { SITE } from '../../schema/uids';
import { useAnswerOrRefusal } from '../useAnswer';
import { comparedInShort, comparedInWords, daysInWords, linePoints } from './words';

const LINE = { width: 300, height: 40 };

const Line = styled.svg`
  display: block;
  width: 100%;
  height: ${LINE.height}px;
  overflow: visible;
`;
const Points = styled.polyline`
  fill: none;
  stroke: ${({ theme }) => theme.colors.primary600};
  stroke-width: 2;
  vector-effect: non-scaling-stroke;
`;

/** What is told, in this order, of all and to a Regional Partner. */
const SAID: Record<CountKind, string> = {
  view: 'Page views',
  nothing: 'Searches that found nothing',
  register: 'Went on to register',
  contact: 'Went on to write or call',
  download: 'Downloads',
};
const SAID_TO_PARTNER: Partial<Record<CountKind, string>> = {
  view: 'Views of your page and workshops',
  nothing: 'Searches that found nothing where you serve',
  register: 'Went on to register for your workshops',
  contact: 'Went on to write to you or call',
};

/** On the home page: what visitors looked at and for, as sums without anything about who they were. */
export function CountsWidget() {
  const [days, setDays] = useState<CountedDays>(COUNTED_DAYS[0]);
  const report = useAnswerOrRefusal<CountsReport>(`/counts?days=${days}`);
  if (!report) return <Widget.Loading />;
  if (report === 'failed') return <Widget.Error />;
  if (report === 'refused')
    return <Widget.NoData>This is for marketing, and for Regional Partners about their own.</Widget.NoData>;
  const said = report.partner === null ? SAID : SAID_TO_PARTNER;
  const kinds = Object.keys(said) as CountKind[];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {!report.isOn && <SwitchedOff isPartner={report.partner !== null} />}
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography fontWeight="bold">{report.partner ?? 'All pages'}</Typography>
        <Flex gap={1}>
          {COUNTED_DAYS.map((each) => (
            <Button
              key={each}
              size="S"
              variant={each === days ? 'secondary' : 'tertiary'}
              aria-pressed={each === days}
              onClick={() => setDays(each)}
            >
              {`${each} days`}
            </Button>
          ))}
        </Flex>
      </Flex>
      <Box tag="ul">
        {kinds.map((kind) => (
          <Row
            key={kind}
            name={said[kind] ?? ''}
            counted={comparedInWords(report.counted[kind], report.days)}
            isBold
          />
        ))}
      </Box>
      <Line
        viewBox={`0 0 ${LINE.width} ${LINE.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Page views. ${daysInWords(report.views)}`}
      >
        <Points points={linePoints(report.views, LINE.width, LINE.height)} />
      </Line>
      {kinds
        .filter((kind) => report.counted[kind].top.length > 0)
        .map((kind) => (
          <Box key={kind}>
            <Typography tag="h3" variant="pi" fontWeight="bold">
              {said[kind]}
            </Typography>
            <Box tag="ol">
              {report.counted[kind].top.map(({ subject, name, ...compared }) => (
                <Row key={subject} name={name} counted={comparedInShort(compared)} />
              ))}
            </Box>
          </Box>
        ))}
    </Flex>
  );
}

function SwitchedOff({ isPartner }: { isPartner: boolean }) {
  return (
    <Typography textColor="neutral600">
      Nothing is counted now.{' '}
      {!isPartner && (
        <Typography tag={Link} to={`/content-manager/single-types/${SITE}`} textColor="primary700">
          Switch it on in Site
        </Typography>
      )}
    </Typography>
  );
}

function Row({ name, counted, isBold = false }: { name: string; counted: string; isBold?: boolean }) {
  return (
    <Flex tag="li" justifyContent="space-between" gap={3} alignItems="baseline" paddingTop={1}>
      <Typography variant="pi" textColor="neutral800" fontWeight={isBold ? 'bold' : 'regular'}>
        {name}
      </Typography>
      <Typography variant="pi" textColor="neutral600" textAlign="right">
        {counted}
      </Typography>
    </Flex>
  );
}
