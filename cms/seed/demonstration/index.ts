export { type DemonstrationPartner, demonstrationPartnerSlug, demonstrationPartners } from './partners';
export { type DemonstrationWorkshop, demonstrationWorkshops } from './workshops';
