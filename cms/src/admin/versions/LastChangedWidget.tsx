import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification, Widget } from '@strapi/strapi/admin';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { type BroughtBack, doneInWords, type Recent, writerInWords } from '../../rules/versions/history';
import { useAnswer } from '../useAnswer';
import { goneInWords, momentInWords } from './words';

/** How many changes are shown, and how many once somebody wants to see more. */
const SHOWN = 8;
const MORE = 40;

/** On the home page: what was changed last, by whom, of what one may read; what was deleted can be brought back. */
export function LastChangedWidget() {
  const [most, setMost] = useState(SHOWN);
  const { bringBack, broughtBack, problem } = useBringBack();
  const recent = useAnswer<Recent>(`/versions/recent?most=${most}`, broughtBack ?? '');
  if (!recent) return <Widget.Loading />;
  if (recent === 'failed') return <Widget.Error />;
  if (recent.length === 0) return <Widget.NoData>Nothing has been changed yet.</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {recent.map((change) => (
          <RecentChange
            key={`${change.title} ${change.at}`}
            change={change}
            isAwaited={change.link !== null && change.link === broughtBack}
          >
            {change.bringBack !== null && (
              <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={2}>
                <Button
                  variant="secondary"
                  size="S"
                  aria-label={`Bring back ${change.title}`}
                  onClick={() => bringBack(change)}
                >
                  Bring back
                </Button>
                <Typography role="alert" variant="pi" textColor="danger700">
                  {problem?.path === change.bringBack && problem.message}
                </Typography>
              </Flex>
            )}
          </RecentChange>
        ))}
      </Flex>
      {recent.length === SHOWN && (
        <Button variant="tertiary" onClick={() => setMost(MORE)}>
          Show earlier changes
        </Button>
      )}
    </Flex>
  );
}

interface RecentChangeProps {
  change: Recent[number];
  /** Whether it is what somebody has just brought back, whose button they pressed is gone. */
  isAwaited: boolean;
  /** What can be done about it. */
  children: ReactNode;
}

function RecentChange({ change, isAwaited, children }: RecentChangeProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isAwaited) link.current?.focus();
  }, [isAwaited]);
  return (
    <Box tag="li" padding={3} background="neutral100" hasRadius>
      {change.link ? (
        <Typography tag={Link} ref={link} to={change.link} fontWeight="bold" textColor="primary700">
          {change.title}
        </Typography>
      ) : (
        <Typography fontWeight="bold">{change.title}</Typography>
      )}
      <Box paddingTop={1}>
        <Typography variant="pi" textColor="neutral600">
          {[doneInWords(change), writerInWords(change), momentInWords(change.at)].filter(Boolean).join(', ')}
        </Typography>
      </Box>
      {children}
    </Box>
  );
}

/** Bringing back what was deleted: where it is edited then, or what stood in the way, in words. */
function useBringBack() {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [broughtBack, setBroughtBack] = useState<string>();
  const [problem, setProblem] = useState<{ path: string; message: string }>();
  const bringBack = async ({ title, bringBack: path }: Recent[number]): Promise<void> => {
    if (path === null) return;
    try {
      const { data } = await post<BroughtBack>(path, {});
      setProblem(undefined);
      setBroughtBack(data.link);
      const shown = data.isDraft ? 'is back as a draft: publish it to show it to visitors.' : 'is back.';
      toggleNotification({
        type: data.gone.length > 0 ? 'warning' : 'success',
        message: [`${title} ${shown}`, goneInWords(data.gone)].filter(Boolean).join(' '),
        timeout: data.gone.length > 0 ? 30_000 : undefined,
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : 'It could not be brought back just now.';
      setProblem({ path, message });
    }
  };
  return { bringBack, broughtBack, problem };
}
