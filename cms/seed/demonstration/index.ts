export { demonstrationOrganisation } from './organisation';
export { type DemonstrationPartner, demonstrationPartnerSlug, demonstrationPartners } from './partners';
export { closedRound, demonstrationScholarships } from './scholarships';
export { type DemonstrationWorkshop, demonstrationWorkshops } from './workshops';
