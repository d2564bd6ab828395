// Generated from cms/src/**/*.json by `npm run generate`. Do not edit.

import type { Media, PageReference, RichText } from './elements.js';

/** A call to action: its words and where it leads. */
export interface Action {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Words on the button. Say what happens: “Find a workshop”, not “Click here”. */
  label: string;
  /** Look. Primary is the one main thing to do on this part of the page. */
  style: 'primary' | 'secondary' | 'link';
  /** Leads to a page of this site. Choose a page here, or a file, or type an address: one of the three. */
  page: PageReference | null;
  /** … or to an address. A web address (https://…), a place on this site (/workshops, #register) or an e-mail (mailto:…). */
  url: string | null;
  /** … or to a file to download. A one-pager or a flyer, for example. */
  file: Media | null;
}

/** One line of the comparison table. */
export interface ComparisonRow {
  /** Unique among components of this kind on one page. */
  id: number;
  /** What is compared */
  label: string;
  /** First column */
  first: string;
  /** Second column */
  second: string;
}

/** Someone visitors can ask. */
export interface Contact {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Contact person. A person or a team. Visitors see this. */
  name: string | null;
  /** E-mail. Visitors see this. */
  email: string;
  /** Telephone. Visitors see this. */
  phone: string | null;
}

/** A discount this partner offers. */
export interface Discount {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Name */
  name: string;
  /** Percent off. Fill in percent or dollars, not both. */
  percentOff: number | null;
  /** Dollars off per person */
  dollarsOff: number | null;
  /** From this many people. Leave empty when one person gets it too. */
  minimumPeople: number | null;
  /** Until. The last day it can be had. Leave empty when it does not end. */
  lastDay: string | null;
  /** Everyone gets it. On: visitors’ prices have it taken off. Off: they read that the price could be lower, and for whom. */
  forEveryone: boolean | null;
  /** Who gets it, and how. In words, unless everyone gets it: “if your district has signed”. */
  conditions: string | null;
}

/** A file or a link, and what it is. */
export interface Download {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Title */
  title: string;
  /** Description */
  description: string | null;
  /** File. Its type and size are said by themselves. Choose a file here, or type an address: one of the two. */
  file: Media | null;
  /** … or an address */
  url: string | null;
}

/** A price per person for groups. */
export interface GroupPrice {
  /** Unique among components of this kind on one page. */
  id: number;
  /** From this many people */
  minimumPeople: number;
  /** Price per person (US dollars) */
  pricePerPerson: number;
}

/** One line of a list. */
export interface ListItem {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Text */
  text: string;
}

/** Somebody’s logo, and who that is. */
export interface Logo {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Name. Screen readers say it in the logo’s place. */
  name: string;
  /** Leads to. A web address, or nothing. */
  url: string | null;
  /** Logo. SVG, or PNG without a background. It is shown in grey, none larger than the others. */
  image: Media;
}

/** A notice across the top of every page, for as long as it is needed. */
export interface Notice {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Text. Keep it to one line. */
  text: string;
  /** Link */
  action: Action | null;
  /** Show from */
  from: string;
  /** Show until */
  to: string;
}

/** One list of what teachers take away. */
export interface OutcomeGroup {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Lead-in. The start of the sentence the list completes. */
  lead: string;
  /** Emphasised word. The word that stands out at the end of the lead-in. */
  keyword: string | null;
  /** The list. Use a bulleted list. */
  items: RichText;
}

/** A question and its answer. */
export interface Question {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Question */
  question: string;
  /** Answer */
  answer: RichText;
}

/** A state or territory. */
export interface Region {
  /** Unique among components of this kind on one page. */
  id: number;
  /** State */
  state: 'AL' | 'AK' | 'AZ' | 'AR' | 'CA' | 'CO' | 'CT' | 'DE' | 'DC' | 'FL' | 'GA' | 'HI' | 'ID' | 'IL' | 'IN' | 'IA' | 'KS' | 'KY' | 'LA' | 'ME' | 'MD' | 'MA' | 'MI' | 'MN' | 'MS' | 'MO' | 'MT' | 'NE' | 'NV' | 'NH' | 'NJ' | 'NM' | 'NY' | 'NC' | 'ND' | 'OH' | 'OK' | 'OR' | 'PA' | 'RI' | 'SC' | 'SD' | 'TN' | 'TX' | 'UT' | 'VT' | 'VA' | 'WA' | 'WV' | 'WI' | 'WY' | 'PR' | 'GU' | 'VI' | 'AS' | 'MP';
}

/** How the page appears in search results and when it is shared. */
export interface Seo {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Title in search results. Leave empty to use the page’s own title. About 60 characters. */
  title: string | null;
  /** Description. One or two sentences, about 155 characters. */
  description: string | null;
  /** Picture when shared. About 1200 × 630 pixels. */
  image: Media | null;
}

/** One sitting, in the local time of the venue. */
export interface Session {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Date. The day at the venue. */
  date: string;
  /** Starts. Local time at the venue. We work out the time zone from the ZIP code. */
  startTime: string;
  /** Ends. Local time at the venue. An end before the start means the next day. */
  endTime: string;
}

/** One number and what it counts. */
export interface Statistic {
  /** Unique among components of this kind on one page. */
  id: number;
  /** Number. “2,000+” or “Half of all schools”. Write {{educators}} to quote a figure; while its number is unknown, this line is left out. */
  value: string;
  /** What it counts */
  label: string;
  /** Source. Who counted, and when. Leave empty for none. */
  source: string | null;
}

/** A whole state, or a set of ZIP codes: one or the other. A state or ZIP code belongs to one partner only. */
export interface TerritoryArea {
  /** Unique among components of this kind on one page. */
  id: number;
  /** A whole state */
  state: 'AL' | 'AK' | 'AZ' | 'AR' | 'CA' | 'CO' | 'CT' | 'DE' | 'DC' | 'FL' | 'GA' | 'HI' | 'ID' | 'IL' | 'IN' | 'IA' | 'KS' | 'KY' | 'LA' | 'ME' | 'MD' | 'MA' | 'MI' | 'MN' | 'MS' | 'MO' | 'MT' | 'NE' | 'NV' | 'NH' | 'NJ' | 'NM' | 'NY' | 'NC' | 'ND' | 'OH' | 'OK' | 'OR' | 'PA' | 'RI' | 'SC' | 'SD' | 'TN' | 'TX' | 'UT' | 'VT' | 'VA' | 'WA' | 'WV' | 'WI' | 'WY' | 'PR' | 'GU' | 'VI' | 'AS' | 'MP' | null;
  /** … or these ZIP codes. Separated by commas, spaces or new lines. A ZIP code listed here beats the state it lies in. */
  zips: string | null;
}

/** What somebody said, and who they are. */
export interface Testimonial {
  /** Unique among components of this kind on one page. */
  id: number;
  /** What they said. Without quotation marks: they come by themselves. */
  words: string;
  /** Name */
  name: string;
  /** Role */
  role: string | null;
  /** School or district */
  school: string | null;
  /** Portrait. Square, 200 pixels or more. Leave empty for none. */
  picture: Media | null;
}

/** Where the workshop meets. */
export interface Venue {
  /** Unique among components of this kind on one page. */
  id: number;
  /** ZIP code. Puts the workshop on the map, and sets town, state and time zone. */
  zip: string;
  /** City. Filled in from the ZIP code. Correct it if people call the place otherwise. */
  city: string | null;
  /** State. Filled in from the ZIP code. */
  state: 'AL' | 'AK' | 'AZ' | 'AR' | 'CA' | 'CO' | 'CT' | 'DE' | 'DC' | 'FL' | 'GA' | 'HI' | 'ID' | 'IL' | 'IN' | 'IA' | 'KS' | 'KY' | 'LA' | 'ME' | 'MD' | 'MA' | 'MI' | 'MN' | 'MS' | 'MO' | 'MT' | 'NE' | 'NV' | 'NH' | 'NJ' | 'NM' | 'NY' | 'NC' | 'ND' | 'OH' | 'OK' | 'OR' | 'PA' | 'RI' | 'SC' | 'SD' | 'TN' | 'TX' | 'UT' | 'VT' | 'VA' | 'WA' | 'WV' | 'WI' | 'WY' | 'PR' | 'GU' | 'VI' | 'AS' | 'MP' | null;
  /** Name of the place */
  name: string | null;
  /** Street address */
  street: string | null;
  /** Getting there. Room, parking, which door to use. */
  directions: string | null;
}

/** A strip of colour with one message and one button. */
export interface BannerSection {
  __component: 'sections.banner';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Text */
  text: string;
  /** Button */
  action: Action | null;
}

/** One sentence that points somewhere else. */
export interface CalloutSection {
  __component: 'sections.callout';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Text */
  text: string;
  /** Link */
  action: Action;
}

/** Two things side by side. */
export interface ComparisonSection {
  __component: 'sections.comparison';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Text above the table */
  body: RichText | null;
  /** Heading of the first column */
  firstColumn: string;
  /** Heading of the second column */
  secondColumn: string;
  /** Rows */
  rows: ComparisonRow[];
  /** Buttons */
  actions: Action[];
}

/** The price from “Pricing”, with words around it. */
export interface CostSection {
  __component: 'sections.cost';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Text above the price */
  body: RichText | null;
  /** Text below the price */
  closing: RichText | null;
  /** Buttons */
  actions: Action[];
}

/** Files and links to take along, with what each is and how large. */
export interface DownloadsSection {
  __component: 'sections.downloads';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Text above the list */
  body: RichText | null;
  /** Downloads */
  items: Download[];
}

/** What people ask, with answers that open below each question. Search engines may show them. */
export interface FaqSection {
  __component: 'sections.faq';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Text above the questions */
  body: RichText | null;
  /** Questions */
  questions: Question[];
}

/** The top of the page: its heading, first words and main picture. */
export interface HeroSection {
  __component: 'sections.hero';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Text. Write {{educators}} to quote a figure; while its number is unknown, its wording without a number is used. */
  body: RichText;
  /** Picture. Leave empty for none. Describe it in the picture’s “alternative text”. */
  image: Media | null;
  /** Buttons */
  actions: Action[];
}

/** Who stands behind it: logos in grey, side by side. */
export interface LogoWallSection {
  __component: 'sections.logo-wall';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Logos */
  logos: Logo[];
}

/** Lists of what teachers will know and have. */
export interface OutcomesSection {
  __component: 'sections.outcomes';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Lists */
  groups: OutcomeGroup[];
}

/** Every Regional Partner by state, with ways to reach them. */
export interface PartnerDirectorySection {
  __component: 'sections.partner-directory';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Text above the list */
  body: RichText | null;
}

/** One sentence that stands out, and who said it. */
export interface QuoteSection {
  __component: 'sections.quote';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Words. Without quotation marks: they come by themselves. */
  text: string;
  /** Who said it */
  name: string;
  /** Who that is */
  role: string | null;
}

/** The scholarships open now, from “Scholarships”. */
export interface ScholarshipsSection {
  __component: 'sections.scholarships';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Text above the list */
  body: RichText | null;
}

/** Two to six numbers side by side, with what they count. */
export interface StatisticsSection {
  __component: 'sections.statistics';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading. Leave empty for none. */
  heading: string | null;
  /** Numbers */
  items: Statistic[];
}

/** One to six people in their own words. */
export interface TestimonialsSection {
  __component: 'sections.testimonials';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading. Leave empty for none. */
  heading: string | null;
  /** Voices */
  items: Testimonial[];
}

/** A part of the page in words, with or without a picture. */
export interface TextAndImageSection {
  __component: 'sections.text-and-image';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading. Leave empty when this continues the part above. */
  heading: string | null;
  /** Smaller heading */
  subheading: string | null;
  /** Text. Write {{educators}} to quote a figure. */
  body: RichText;
  /** Picture. Leave empty for none. Describe it in the picture’s “alternative text”. */
  image: Media | null;
  /** Only decoration. On for a picture that says nothing the text doesn’t: screen readers pass it over. */
  decorative: boolean | null;
  /** Picture stands */
  imageSide: 'right' | 'left' | 'below';
  /** Buttons */
  actions: Action[];
}

/** A video that loads when somebody presses play, and not before. */
export interface VideoSection {
  __component: 'sections.video';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading. It is also what the video is called. */
  heading: string;
  /** Text above the video */
  body: RichText | null;
  /** Address on YouTube or Vimeo. Type an address here, or choose a file below: one of the two. */
  url: string | null;
  /** … or a file. MP4 or WebM, 20 MB at most. Longer videos are better off on YouTube or Vimeo. */
  file: Media | null;
  /** Captions of the file. A .vtt file: what is said, for those who can’t hear it. YouTube and Vimeo keep their own. */
  captions: Media | null;
  /** Picture before it plays. A still of the video, 16 : 9. Leave empty for a plain one. */
  poster: Media | null;
  /** Transcript. All that is said, in words. It opens below the video. */
  transcript: RichText | null;
}

/** The map of upcoming workshops, and the same workshops as a list. */
export interface WorkshopFinderSection {
  __component: 'sections.workshop-finder';
  /** Unique among components of this kind on one page. */
  id: number;
  /** Heading */
  heading: string;
  /** Only this kind. Leave empty to show workshops of every kind. */
  kind: 'intro' | 'deep-dive' | null;
  /** Text above the map */
  body: RichText | null;
  /** Text below the map. What to do when there is no workshop nearby. */
  afterword: RichText | null;
  /** Buttons */
  actions: Action[];
}

/** Every section a page can hold, told apart by `__component`. */
export type Section =
  | BannerSection
  | CalloutSection
  | ComparisonSection
  | CostSection
  | DownloadsSection
  | FaqSection
  | HeroSection
  | LogoWallSection
  | OutcomesSection
  | PartnerDirectorySection
  | QuoteSection
  | ScholarshipsSection
  | StatisticsSection
  | TestimonialsSection
  | TextAndImageSection
  | VideoSection
  | WorkshopFinderSection;

/** The pages of the site. Save keeps a draft; Publish makes it live at once. */
export interface Page {
  /** Title. The page’s name, in menus and in the browser’s tab. */
  title: string;
  /** Web address. What comes after the site’s name: “deep-dive” is shown at /deep-dive. It follows the title until you edit it or publish the page; old addresses go on leading here. */
  slug: string;
  /** Search and sharing. How the page appears in search results and when it is shared. */
  seo: Seo | null;
  /** One-pager. A PDF of your own. Leave empty: one is made of this page, always up to date, at its web address followed by /one-pager.pdf. */
  onePager: Media | null;
  /** Sections. Drag one to move it; switch one off to hide it. */
  sections: Section[];
}

/** What every page shares: the name, the menus, the foot of the page and the banner. */
export interface Site {
  /** Name of the site */
  name: string;
  /** Home page. The page shown at the site’s own address. */
  homePage: PageReference | null;
  /** What the site is. One sentence, for search engines. */
  description: string | null;
  /** Menu at the top */
  navigation: Action[];
  /** Text at the foot */
  footerText: string | null;
  /** Links at the foot */
  footerLinks: Action[];
  /** National contact. Whom visitors can ask where no Regional Partner serves them, or we don’t know their place. */
  nationalContact: Contact | null;
  /** Postal address. In lines. It stands at the foot of every mail that is sent, as the law wants it. */
  postalAddress: string | null;
  /** Count visits, without cookies. How often pages are looked at, searches find nothing, and people go on to register, write or download: sums by day, and nothing of who it was. Your home page here shows them. Say so on the privacy page. */
  countVisits: boolean | null;
  /** Banner. A notice across the top of every page. */
  notice: Notice | null;
}

/** The national price, what it includes and how we say it. A Regional Partner’s own terms come first. */
export interface Pricing {
  /** Value per person (US dollars) */
  pricePerPerson: number;
  /** Wording. Write {price} where the price goes. */
  statement: string;
  /** What it includes */
  includes: ListItem[];
}

/** Help with the cost: who gives it, who can have it, and how to apply. */
export interface Scholarship {
  /** Name */
  name: string;
  /** Sponsor. Who pays. */
  sponsor: string;
  /** Who is eligible */
  eligibility: string;
  /** Everywhere in the United States. Off: choose the states below. */
  national: boolean;
  /** States. Where it can be used, when not everywhere. */
  regions: Region[];
  /** What it pays */
  coverage: 'full' | 'amount';
  /** Amount per person (US dollars). Only when it does not pay the full cost. */
  amount: number | null;
  /** Number of scholarships. Leave empty when there is no fixed number. */
  seats: number | null;
  /** Given away so far. Only if you keep it up to date: visitors read how many are left. */
  seatsTaken: number | null;
  /** Opens on */
  opensOn: string | null;
  /** Closes on. The last day to apply. */
  closesOn: string | null;
  /** Time zone of these days. Leave empty when a day counts until it has ended everywhere. */
  deadlineZone: 'Eastern' | 'Central' | 'Mountain' | 'Arizona' | 'Pacific' | 'Alaska' | 'Hawaii' | 'Puerto Rico' | 'Guam' | 'American Samoa' | null;
  /** How to apply */
  howToApply: string;
  /** Link to apply */
  applyUrl: string | null;
}

/** The organisations that run workshops, where they serve, and who acts for them. */
export interface RegionalPartner {
  /** Name */
  name: string;
  /** Web address. Shown at /partners/…. Made of the name; old addresses go on leading here. */
  slug: string;
  /** Contact person. Visitors see this. */
  contactName: string | null;
  /** E-mail. Visitors see this. */
  email: string | null;
  /** Telephone. Visitors see this. */
  phone: string | null;
  /** Website */
  website: string | null;
  /** Logo */
  logo: Media | null;
  /** About. A few sentences for visitors. */
  about: string | null;
  /** Territory. The states or ZIP codes this partner serves. */
  territory: TerritoryArea[];
  /** What to tell people about cost. Shown with the price in this territory. */
  costNote: string | null;
  /** Discounts */
  discounts: Discount[];
  /** Group prices */
  groupPrices: GroupPrice[];
}

