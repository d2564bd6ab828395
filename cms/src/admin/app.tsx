import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import {
  BulletList,
  Calendar,
  ChartPie,
  ClockCounterClockwise,
  Earth,
  File,
  Layout,
  Mail,
  PuzzlePiece,
  Rocket,
  User,
} from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PAGE, PARTNER, WORKSHOP } from '../schema/uids';
import { AddressFollowsTitle } from './addresses/AddressFollowsTitle';
import logo from './assets/logo.svg';
import { closeStrapiNews, nameTheTab } from './browser';
import { FromDocumentLink } from './document/FromDocumentLink';
import { nameEntries } from './forms/entries';
import { LAYOUT_HOOK, markRequired } from './forms/required';
import { inputs } from './inputs';
import { PeoplePanel } from './invitations/PeoplePanel';
import { COLUMNS_HOOK, inWords } from './lists/columns';
import { MenusPanel } from './menus/MenusPanel';
import { InSearchPanel } from './pages/InSearchPanel';
import { PublicPagePanel } from './partner/PublicPagePanel';
import { OpenSection } from './preview/OpenSection';
import { PreviewPanel } from './preview/PreviewPanel';
import { forWriters, nameUses } from './publishing/actions';
import { ReadyPanel } from './publishing/ReadyPanel';
import { UsesPanel } from './publishing/UsesPanel';
import { withFigures } from './rich-text';
import { SchedulePanel } from './scheduled/SchedulePanel';
import { SectionsPanel } from './sections/SectionsPanel';
import { BringLink } from './spreadsheet/BringLink';
import { translations } from './translations';
import { AlsoOpenPanel } from './versions/AlsoOpenPanel';
import { forgetOldDrafts } from './versions/drafts';
import { HistoryPanel } from './versions/HistoryPanel';
import { KeepTyped } from './versions/KeepTyped';
import { watchRequests } from './versions/window';
import { ActionsPanel } from './workshop/ActionsPanel';
import { actOnMany } from './workshop/bulk-actions';
import { OnTheMapPanel } from './workshop/OnTheMapPanel';
import { LookPanel } from './workshop-form/LookPanel';
import { repeatSessions } from './workshop-form/sessions';

/**
 * Widgets of Strapi’s own that speak to developers, count entries a Regional Partner can’t see, or list what one changed
 * oneself, of which ours says who changed what.
 */
const UNHELPFUL_WIDGETS = [
  'key-statistics',
  'deploy-now',
  'chart-entries',
  'last-edited-entries',
  'last-published-entries',
];

type ContentManagerApis = ContentManagerPlugin['config']['apis'];
type Widgets = Extract<Parameters<StrapiApp['widgets']['register']>[0], unknown[]>;

const blanksWidget: Widgets[number] = {
  id: 'blanks',
  icon: PuzzlePiece,
  title: { id: 'home.blanks', defaultMessage: 'Blanks to fill' },
  component: async () => (await import('./home/BlanksWidget')).BlanksWidget,
  permissions: [{ action: 'plugin::content-manager.explorer.read', subject: PAGE }],
};

const pagesWidget: Widgets[number] = {
  id: 'pages',
  icon: Layout,
  title: { id: 'home.pages', defaultMessage: 'Pages' },
  component: async () => (await import('./home/PagesWidget')).PagesWidget,
  permissions: [{ action: 'plugin::content-manager.explorer.create', subject: PAGE }],
};

const workshopsWidget: Widgets[number] = {
  id: 'workshops',
  icon: Calendar,
  title: { id: 'home.workshops', defaultMessage: 'Next workshops' },
  component: async () => (await import('./home/WorkshopsWidget')).WorkshopsWidget,
  permissions: [{ action: 'plugin::content-manager.explorer.create', subject: WORKSHOP }],
};

const lastChangedWidget: Widgets[number] = {
  id: 'last-changed',
  icon: ClockCounterClockwise,
  title: { id: 'home.last-changed', defaultMessage: 'Last changed' },
  component: async () => (await import('./versions/LastChangedWidget')).LastChangedWidget,
};

const scheduledWidget: Widgets[number] = {
  id: 'scheduled',
  icon: Rocket,
  title: { id: 'home.scheduled', defaultMessage: 'Scheduled' },
  component: async () => (await import('./scheduled/ScheduledWidget')).ScheduledWidget,
};

const inboxWidget: Widgets[number] = {
  id: 'inbox',
  icon: Mail,
  title: { id: 'home.inbox', defaultMessage: 'Inbox' },
  component: async () => (await import('./inbox/InboxWidget')).InboxWidget,
};

const countsWidget: Widgets[number] = {
  id: 'counts',
  icon: ChartPie,
  title: { id: 'home.counts', defaultMessage: 'What people looked for' },
  component: async () => (await import('./counts/CountsWidget')).CountsWidget,
};

export default {
  config: {
    locales: [],
    translations,
    auth: { logo },
    menu: { logo },
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    app.addFields(inputs);
    app.addMenuLink({
      to: 'inbox',
      icon: Mail,
      intlLabel: { id: 'inbox.title', defaultMessage: 'Inbox' },
      permissions: [],
      position: 2,
      Component: async () => ({ default: (await import('./inbox/InboxPage')).InboxPage }),
    });
    app.addMenuLink({
      to: 'demand',
      icon: User,
      intlLabel: { id: 'demand.title', defaultMessage: 'Demand' },
      permissions: [],
      position: 3,
      Component: async () => ({ default: (await import('./demand/DemandPage')).DemandPage }),
    });
    app.addMenuLink({
      to: 'coverage',
      icon: Earth,
      intlLabel: { id: 'coverage.title', defaultMessage: 'Coverage' },
      permissions: [{ action: 'plugin::content-manager.explorer.create', subject: PARTNER }],
      position: 4,
      Component: async () => ({ default: (await import('./coverage/CoveragePage')).CoveragePage }),
    });
    app.addMenuLink({
      to: 'from-a-document',
      icon: File,
      intlLabel: { id: 'document.title', defaultMessage: 'From a document' },
      permissions: [{ action: 'plugin::content-manager.explorer.create', subject: PAGE }],
      position: 5,
      Component: async () => ({ default: (await import('./document/FromDocument')).FromDocument }),
    });
    app.addMenuLink({
      to: 'bring-a-spreadsheet',
      icon: BulletList,
      intlLabel: { id: 'spreadsheet.title', defaultMessage: 'Bring a spreadsheet' },
      permissions: [{ action: 'plugin::content-manager.explorer.create', subject: WORKSHOP }],
      position: 6,
      Component: async () => ({ default: (await import('./spreadsheet/BringPage')).BringPage }),
    });
    app.widgets.register((widgets: Widgets) => [
      blanksWidget,
      pagesWidget,
      workshopsWidget,
      inboxWidget,
      scheduledWidget,
      countsWidget,
      lastChangedWidget,
      ...widgets.filter(({ id }) => !UNHELPFUL_WIDGETS.includes(id)),
    ]);
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    app.registerHook(COLUMNS_HOOK, inWords);
    app.registerHook(LAYOUT_HOOK, markRequired);
    app.registerHook(LAYOUT_HOOK, nameEntries);
    app.registerHook(LAYOUT_HOOK, repeatSessions);
    watchRequests();
    forgetOldDrafts(Date.now());
    nameTheTab(logo);
    closeStrapiNews();
    const contentManager = app.getPlugin('content-manager');
    const { addBulkAction, addDocumentAction, addEditViewSidePanel, addRichTextBlocks } =
      contentManager.apis as ContentManagerApis;
    addRichTextBlocks(withFigures);
    addEditViewSidePanel((panels) => [
      // Of Strapi's own, not the one whose preview stands in a frame of the admin, without the form.
      ...panels.filter(({ type }) => type === 'actions'),
      AlsoOpenPanel,
      LookPanel,
      OnTheMapPanel,
      ActionsPanel,
      PublicPagePanel,
      PeoplePanel,
      PreviewPanel,
      ReadyPanel,
      UsesPanel,
      SectionsPanel,
      SchedulePanel,
      MenusPanel,
      InSearchPanel,
      HistoryPanel,
    ]);
    contentManager.injectComponent('editView', 'right-links', {
      name: 'address-follows-title',
      Component: AddressFollowsTitle,
    });
    contentManager.injectComponent('editView', 'right-links', { name: 'keep-typed', Component: KeepTyped });
    contentManager.injectComponent('editView', 'right-links', {
      name: 'open-section',
      Component: OpenSection,
    });
    contentManager.injectComponent('listView', 'actions', {
      name: 'from-a-document',
      Component: FromDocumentLink,
    });
    contentManager.injectComponent('listView', 'actions', {
      name: 'bring-a-spreadsheet',
      Component: BringLink,
    });
    addDocumentAction(forWriters);
    addBulkAction(nameUses);
    addBulkAction(actOnMany);
  },
};
