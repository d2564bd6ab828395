import { stateNames } from '@deep-dive/shared-types';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router-dom';
import type { CoverageReport, FarWorkshop, Gap, Overlap, PartnerCare } from '../../rules/coverage';
import { PARTNER, WORKSHOP } from '../../schema/uids';
import { RuledItem, RuledList } from '../RuledList';
import { useAnswer } from '../useAnswer';
import { momentInWords } from '../versions/words';
import { gapInWords, LACKS, waitingInWords, workshopsInWords, zipCodes } from './words';

const CoverageMap = lazy(async () => ({ default: (await import('./CoverageMap')).CoverageMap }));

/** For staff: where nobody serves, or two do, and which partners need to be looked after. */
export function CoveragePage() {
  const report = useAnswer<CoverageReport>('/coverage');
  return (
    <Page.Main>
      <Page.Title>Coverage</Page.Title>
      <Layouts.Header title="Coverage" subtitle="Who serves where, and which Regional Partners need a hand" />
      <Layouts.Content>
        {report === undefined && <Page.Loading />}
        {report === 'failed' && (
          <Typography>This could not be read just now, or isn’t yours to see. Please try again.</Typography>
        )}
        {report && report !== 'failed' && <Report {...report} />}
      </Layouts.Content>
    </Page.Main>
  );
}

const nameOf = (state: string): string => stateNames[state as keyof typeof stateNames] ?? state;

function Report({ served, total, gaps, overlaps, points, partners, far }: CoverageReport) {
  const unserved = gaps.filter((gap) => gap.zips.length === gap.total);
  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      <Part title={`${served.toLocaleString('en-US')} of ${zipCodes(total)} are served`}>
        <Suspense fallback={<Page.Loading />}>
          <CoverageMap points={points} unserved={new Set(unserved.map(({ state }) => nameOf(state)))} />
        </Suspense>
        {gaps.length === 0 ? (
          <Typography>Every ZIP code has a Regional Partner.</Typography>
        ) : (
          <Typography>
            Who looks near the marked places is led to the national contact. Copy ZIP codes into a partner’s
            territory to have them served.
          </Typography>
        )}
        {gaps.map((gap) => (
          <GapItem key={gap.state} {...gap} />
        ))}
      </Part>
      {overlaps.length > 0 && (
        <Part title="Served by more than one">
          {overlaps.map((overlap) => (
            <OverlapItem key={`${overlap.state} ${overlap.partners}`} {...overlap} />
          ))}
        </Part>
      )}
      <Part title="Regional Partners">
        <Partners partners={partners} />
      </Part>
      {far.length > 0 && (
        <Part title="Workshops far outside their partner’s territory">
          {far.map((workshop) => (
            <Far key={workshop.documentId} {...workshop} />
          ))}
        </Part>
      )}
    </Flex>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h2" variant="beta">
        {title}
      </Typography>
      {children}
    </Flex>
  );
}

function GapItem({ state, zips, total }: Gap) {
  return <ZipList summary={`${nameOf(state)}: ${gapInWords(zips.length, total)}`} zips={zips} />;
}

function OverlapItem({ state, zips, partners }: Overlap) {
  const names = new Intl.ListFormat('en-US').format(partners);
  return <ZipList summary={`${names}: ${zipCodes(zips.length)} of ${nameOf(state)}`} zips={zips} />;
}

function ZipList({ summary, zips }: { summary: string; zips: string[] }) {
  return (
    <Box tag="details">
      <Typography tag="summary" cursor="pointer">
        {summary}
      </Typography>
      <Box padding={3} marginTop={2} background="neutral0" hasRadius>
        <Typography>{zips.join(', ')}</Typography>
      </Box>
    </Box>
  );
}

function Partners({ partners }: { partners: PartnerCare[] }) {
  return (
    <RuledList>
      {partners.map(({ documentId, name, workshops, lacks, waiting, waitingSince }) => (
        <RuledItem key={documentId}>
          <Typography
            tag={Link}
            to={`/content-manager/collection-types/${PARTNER}/${documentId}`}
            fontWeight="bold"
            textColor="primary700"
          >
            {name}
          </Typography>
          <Typography tag="p">{`On the map: ${workshopsInWords(workshops)}.`}</Typography>
          {waitingSince !== null && (
            <Typography tag="p" textColor="danger700">
              {waitingInWords(waiting, momentInWords(waitingSince))}
            </Typography>
          )}
          {lacks.map((lack) => (
            <Typography key={lack} tag="p">
              {LACKS[lack]}
            </Typography>
          ))}
        </RuledItem>
      ))}
    </RuledList>
  );
}

function Far({ documentId, title, partner, city, state, miles }: FarWorkshop) {
  return (
    <Typography>
      <Typography
        tag={Link}
        to={`/content-manager/collection-types/${WORKSHOP}/${documentId}`}
        textColor="primary700"
      >
        {title}
      </Typography>
      {` in ${city}, ${state}: ${miles.toLocaleString('en-US')} miles outside what ${partner} serves`}
    </Typography>
  );
}
