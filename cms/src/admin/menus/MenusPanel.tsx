import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Field, Flex, Link, TextInput, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useHref } from 'react-router-dom';
import { LONGEST_LABEL, type MenuChange, type PageMenu, type PageMenus } from '../../rules/menus';
import { PAGE, SITE } from '../../schema/uids';
import { useAnswer } from '../useAnswer';

/** Beside a page’s form: whether the menus of the site lead to it, and the way to put it in or take it out. */
export const MenusPanel: PanelComponent = ({ model, document }) => {
  if (model !== PAGE || !document?.documentId) return null;
  return {
    title: 'Menus',
    content: (
      <Menus
        path={`/menus/${document.documentId}`}
        title={String(document.title ?? '')}
        as={`${document.updatedAt} ${document.status}`}
      />
    ),
  };
};

interface MenusProps {
  path: string;
  /** The page’s. */
  title: string;
  /** What is asked again once the page has changed. */
  as: string;
}

function Menus({ path, title, as }: MenusProps) {
  const { post, del } = useFetchClient();
  const site = useHref(`/content-manager/single-types/${SITE}`);
  const found = useAnswer<PageMenus>(path, as);
  const [changed, setChanged] = useState<{ as: string; menus: PageMenus }>();
  const [said, setSaid] = useState<{ text: string; isProblem: boolean }>();
  const answer = changed?.as === as ? changed.menus : found;
  if (!answer) return <Typography textColor="neutral600">One moment…</Typography>;
  if (answer === 'failed')
    return <Typography textColor="neutral600">The menus could not be read just now.</Typography>;

  const change = async (menu: PageMenu, label?: string): Promise<void> => {
    try {
      const address = `${path}/${menu.name}`;
      const { data } =
        label === undefined ? await del<MenuChange>(address) : await post<MenuChange>(address, { label });
      setChanged({ as, menus: data });
      setSaid({ text: saidOf(menu, label !== undefined, data.isPublished), isProblem: false });
    } catch (error) {
      const text = isFetchError(error) ? error.message : 'That didn’t work. Please try again.';
      setSaid({ text, isProblem: true });
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {answer.menus.map((menu) => (
        <Menu
          key={menu.name}
          menu={menu}
          title={title}
          mayPutIn={answer.mayChange && answer.isLive && !menu.isFull}
          mayTakeOut={answer.mayChange}
          onPutIn={(label) => change(menu, label)}
          onTakeOut={() => change(menu)}
        />
      ))}
      {answer.mayChange && !answer.isLive && (
        <Typography variant="pi" textColor="neutral600">
          Publish the page, then put it in a menu.
        </Typography>
      )}
      <Typography
        role={said?.isProblem ? 'alert' : 'status'}
        variant="pi"
        textColor={said?.isProblem ? 'danger700' : 'neutral800'}
      >
        {said?.text}
      </Typography>
      {answer.hasWaiting && (
        <Typography variant="pi" textColor="neutral600">
          {/* In a tab of its own: what is written here may not be saved. */}
          <Link href={site} isExternal>
            Site
          </Link>{' '}
          has changes that visitors don’t see yet. What you change here goes live with them, when Site is
          published.
        </Typography>
      )}
    </Flex>
  );
}

interface MenuProps {
  menu: PageMenu;
  title: string;
  mayPutIn: boolean;
  mayTakeOut: boolean;
  onPutIn: (label: string) => void;
  onTakeOut: () => void;
}

function Menu({ menu, title, mayPutIn, mayTakeOut, onPutIn, onTakeOut }: MenuProps) {
  const [label, setLabel] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const name = useRef<HTMLSpanElement>(null);
  const isNaming = label !== undefined;
  const hasButton = !isNaming && (menu.holdsPage ? mayTakeOut : mayPutIn);
  const had = useRef({ isNaming, hasButton });
  // The focus stays in the menu when what had it is gone.
  useEffect(() => {
    const before = had.current;
    had.current = { isNaming, hasButton };
    if (before.isNaming && !isNaming) (button.current ?? name.current)?.focus();
    else if (before.hasButton && !hasButton && !isNaming && document.activeElement === document.body)
      name.current?.focus();
  }, [isNaming, hasButton]);
  const putIn = (): void => {
    onPutIn(label ?? title);
    setLabel(undefined);
  };
  const putInByEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // The page’s own form stands around the panel, and would be saved.
    event.preventDefault();
    putIn();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} justifyContent="space-between">
        <Typography ref={name} tabIndex={-1} fontWeight="bold">
          {menu.label}
        </Typography>
        {menu.holdsPage && (
          <Flex gap={1}>
            <CheckCircle fill="success600" aria-hidden />
            <Typography variant="pi" textColor="success700">
              In it
            </Typography>
          </Flex>
        )}
      </Flex>
      {hasButton && (
        <Button
          ref={button}
          variant="tertiary"
          onClick={menu.holdsPage ? onTakeOut : () => setLabel(title.slice(0, LONGEST_LABEL))}
        >
          {menu.holdsPage ? 'Take it out' : 'Put it in…'}
        </Button>
      )}
      {!menu.holdsPage && menu.isFull && (
        <Typography variant="pi" textColor="neutral600">
          It is full: take something out under Site first.
        </Typography>
      )}
      {isNaming && (
        <>
          <Field.Root name={`label-${menu.name}`}>
            <Field.Label>Words in the menu</Field.Label>
            <TextInput
              value={label}
              maxLength={LONGEST_LABEL}
              autoFocus
              onKeyDown={putInByEnter}
              onChange={(event: { target: { value: string } }) => setLabel(event.target.value)}
            />
          </Field.Root>
          <Flex gap={2}>
            <Button onClick={putIn}>Put it in</Button>
            <Button variant="tertiary" onClick={() => setLabel(undefined)}>
              Not now
            </Button>
          </Flex>
        </>
      )}
    </Flex>
  );
}

function saidOf({ label }: PageMenu, isIn: boolean, isPublished: boolean): string {
  const what = isIn ? `It is in “${label}”.` : `It is out of “${label}”.`;
  return isPublished ? `${what} Visitors see it now.` : `${what} Visitors see it when Site is published.`;
}
