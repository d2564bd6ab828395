import type { Core } from '@strapi/strapi';
import { demonstrationPartnerSlug, seed } from '../seed';
import { registerAddresses } from './addresses';
import { alertTasks, startErasingAlerts, takeAlerts } from './alerts';
import { tellBlanks } from './blanks';
import { countTasks, keepCounts, startErasingCounts } from './counts';
import { addCoverageRoute } from './coverage';
import { addDemandRoutes } from './demand';
import { registerRules } from './document-rules';
import { mailTasks, openMail, sendStrapiMail } from './email';
import type { Transport } from './email/transport';
import { configureForms } from './forms';
import { addDocumentRoutes } from './imports/document';
import { importTasks, resumeImports, startErasingJournals, takeSpreadsheets } from './imports/spreadsheet';
import { inquiryTasks, startErasing, takeInquiries } from './inquiries';
import { announceChanges } from './invalidation';
import type { Notifier } from './invalidation/notifier';
import { changedTags } from './invalidation/tags';
import { addInvitationRoutes, invitationTasks } from './invitations';
import { type JobRunner, keepJobs, openJobs } from './jobs';
import { nameMediaVersions } from './media/serve';
import { addMenuRoutes } from './menus';
import { closeAdminApi } from './ownership/door';
import { addMeRoute } from './ownership/me';
import { answerPartners } from './partner-api';
import { warmUp } from './places';
import { addPreviewRoutes, answerPreviews } from './preview';
import { addKeptLinks, keepEarlierLinks } from './publishing/links';
import { keepMediaInUse } from './publishing/media';
import { addUsesRoute } from './publishing/route';
import { registerConditions, seedRoles } from './roles';
import {
  attachDemonstrationPartner,
  closeDemonstrationAccounts,
  seedDemonstrationAccounts,
} from './roles/accounts';
import { keepSchedule, type ScheduleClock, startScheduleClock } from './scheduled';
import { openSearch, recordChanges } from './search';
import { closeSignIn, limitSignIn } from './sign-in';
import { requireGoodPasswords } from './sign-in/passwords';
import { refuseNulInAddresses } from './strapi/addresses';
import { environmentOf, keepEnvironment } from './strapi/environment';
import { addHealthRoutes } from './strapi/health';
import { answerLostDatabase } from './strapi/lost-database';
import { takeStartLock } from './strapi/start-lock';
import { finishBeforeStopping } from './strapi/stop';
import { keepCommitsHonest } from './strapi/transactions';
import { watchCounting } from './strapi/unwatched';
import { knowVisitors } from './strapi/visitors';
import { checkUploads } from './uploads';
import { keepVersions, tellRevisions, writingFrom } from './versions';
import { answerPublicReads } from './wire/public-reads';
import { addWorkshopActions } from './workshop-actions';
import { addWorkshopFormRoute } from './workshop-form';
import { putTimesRight } from './workshops/put-right';

let mail: Transport | undefined;
let notifier: Notifier | undefined;
let scheduleClock: ScheduleClock | undefined;
let jobRunner: JobRunner | undefined;
let endTurn: (() => Promise<void>) | undefined;

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    const env = keepEnvironment(strapi);
    answerLostDatabase(strapi);
    keepCommitsHonest(strapi);
    watchCounting(strapi);
    const isStopping = finishBeforeStopping(strapi, env);
    endTurn = await takeStartLock(strapi);
    knowVisitors(strapi, env.TRUST_PROXY);
    addHealthRoutes(strapi, isStopping);
    refuseNulInAddresses(strapi);
    answerPublicReads(strapi);
    answerPreviews(strapi);
    keepJobs(strapi);
    mail = openMail(strapi, env);
    takeInquiries(strapi, env);
    addCoverageRoute(strapi);
    takeAlerts(strapi, env);
    addDemandRoutes(strapi);
    keepCounts(strapi, env);
    addInvitationRoutes(strapi);
    addDocumentRoutes(strapi);
    takeSpreadsheets(strapi);
    answerPartners(strapi);
    tellRevisions(strapi);
    closeAdminApi(strapi);
    keepVersions(strapi);
    tellBlanks(strapi);
    keepSchedule(strapi);
    addKeptLinks(strapi);
    nameMediaVersions(strapi);
    addMeRoute(strapi, env.PUBLIC_URL);
    addMenuRoutes(strapi);
    addWorkshopActions(strapi);
    addWorkshopFormRoute(strapi);
    addUsesRoute(strapi);
    addPreviewRoutes(strapi, env.PUBLIC_URL);
    keepMediaInUse(strapi);
    registerRules(strapi);
    registerAddresses(strapi);
    limitSignIn(strapi, env);
    requireGoodPasswords(strapi);
    checkUploads(strapi);
    recordChanges(strapi);
    notifier = announceChanges(strapi, env);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const { DEMO_MODE: demonstration, DEMO_PASSWORD } = environmentOf(strapi);
    await registerConditions(strapi);
    await seedRoles(strapi);
    await configureForms(strapi);
    await putTimesRight(strapi);
    await writingFrom('seed', () => seed(strapi, { demonstration }));
    if (demonstration) {
      await seedDemonstrationAccounts(strapi, DEMO_PASSWORD);
      await attachDemonstrationPartner(strapi, demonstrationPartnerSlug);
    } else await closeDemonstrationAccounts(strapi);
    await keepEarlierLinks(strapi);
    await endTurn?.();
    warmUp();
    await openSearch(strapi);
    sendStrapiMail(strapi);
    await startErasing(strapi);
    await startErasingAlerts(strapi);
    await startErasingCounts(strapi);
    await startErasingJournals(strapi);
    await resumeImports(strapi);
    jobRunner = openJobs(strapi, {
      ...mailTasks(strapi),
      ...inquiryTasks(strapi),
      ...alertTasks(strapi),
      ...countTasks(strapi),
      ...invitationTasks(strapi),
      ...importTasks(strapi),
    });
    scheduleClock = startScheduleClock(strapi, ({ uid, documentId }) => {
      void notifier?.tell(changedTags(uid, 'publish', documentId));
    });
  },

  async destroy() {
    await scheduleClock?.stop();
    await jobRunner?.stop();
    mail?.close();
    await notifier?.close();
    closeSignIn();
  },
};
