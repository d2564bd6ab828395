import type { Core } from '@strapi/strapi';
import { alertRule } from './alerts';
import { calledOffRule } from './inquiries';
import { ownershipRule } from './ownership/rule';
import { systemKeysRule } from './ownership/system-keys';
import { partnerRule } from './partners/partner-rule';
import { publishRule, separatePublishRule } from './publishing/gate';
import { keepLinksRule } from './publishing/links';
import { neededRule } from './publishing/needed';
import { turnRule } from './publishing/turns';
import { scheduleRule } from './scheduled';
import { useRule } from './strapi/documents';
import { visibleTextRule } from './strapi/visible-text';
import { versionsRule } from './versions';
import { workshopRule } from './workshops/workshop-rule';

/** Puts every rule around the Document Service, which all writing goes through. To be called in `register()`. */
export function registerRules(strapi: Core.Strapi): void {
  useRule(strapi, systemKeysRule(strapi));
  useRule(strapi, visibleTextRule(strapi));
  useRule(strapi, turnRule(strapi));
  useRule(strapi, separatePublishRule(strapi));
  useRule(strapi, ownershipRule(strapi));
  useRule(strapi, versionsRule(strapi));
  useRule(strapi, scheduleRule(strapi));
  useRule(strapi, partnerRule(strapi));
  useRule(strapi, workshopRule(strapi));
  useRule(strapi, publishRule(strapi));
  useRule(strapi, neededRule(strapi));
  useRule(strapi, keepLinksRule(strapi));
  useRule(strapi, alertRule(strapi));
  useRule(strapi, calledOffRule(strapi));
}
