import type { CountKind } from '@deep-dive/shared-types';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import styled from 'styled-components';
import { COUNTED_DAYS, type Counted, type CountedDays, type CountsReport } from '../../rules/counts';
import { SITE } from '../../schema/uids';
import { useAnswer } from '../useAnswer';
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

/** What is told, in this order. */
const SAID: Record<Exclude<CountKind, 'view'>, { all: string; own: string }> = {
  nothing: { all: 'Searches that found nothing', own: 'Searches that found nothing where you serve' },
  register: { all: 'Went on to register', own: 'Went on to register for your workshops' },
  contact: { all: 'Went on to write or call', own: 'Went on to write to you or call' },
  download: { all: 'Downloads', own: 'Downloads' },
};

/** On the home page: what visitors looked at and for, as sums without anything about who they were. */
export function CountsWidget() {
  const [days, setDays] = useState<CountedDays>(COUNTED_DAYS[0]);
  const report = useAnswer<CountsReport>(`/counts?days=${days}`);
  if (!report) return <Widget.Loading />;
  if (report === 'failed')
    return <Widget.NoData>This is for marketing, and for Regional Partners about their own.</Widget.NoData>;
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
      <Group title="Page views" counted={report.counted.view} days={report.days}>
        <Line
          viewBox={`0 0 ${LINE.width} ${LINE.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={daysInWords(report.views)}
        >
          <Points points={linePoints(report.views, LINE.width, LINE.height)} />
        </Line>
      </Group>
      {(Object.keys(SAID) as (keyof typeof SAID)[])
        .filter((kind) => report.partner === null || kind !== 'download')
        .map((kind) => (
          <Group
            key={kind}
            title={SAID[kind][report.partner === null ? 'all' : 'own']}
            counted={report.counted[kind]}
            days={report.days}
          />
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

interface GroupProps {
  title: string;
  counted: Counted;
  days: CountedDays;
  children?: React.ReactNode;
}

function Group({ title, counted, days, children }: GroupProps) {
  return (
    <Box>
      <Typography tag="h3" variant="pi" fontWeight="bold">
        {title}
      </Typography>
      <Typography tag="p">{comparedInWords(counted, days)}</Typography>
      {children}
      {counted.top.length > 0 && (
        <Box tag="ol" paddingTop={1}>
          {counted.top.map(({ name, ...compared }) => (
            <Flex tag="li" key={name} justifyContent="space-between" gap={3} alignItems="baseline">
              <Typography variant="pi" textColor="neutral700">
                {name}
              </Typography>
              <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
                {comparedInShort(compared)}
              </Typography>
            </Flex>
          ))}
        </Box>
      )}
    </Box>
  );
}
