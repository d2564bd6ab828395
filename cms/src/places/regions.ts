import { stateNames } from '@deep-dive/shared-types';
import { type City, citiesNamed, cityAt } from './cities';
import { keyOf, wordsOf } from './names';
import { type StateCode, stateNamed } from './states';

/** A part of the country that people name and that is no city: "Cape Cod, MA". One looks near the town at its middle. */
export interface Region {
  /** "Cape Cod, MA", "Western Massachusetts": what it is shown as, and found by. */
  label: string;
  state: StateCode;
  /** The town at its middle, or its largest. */
  center: City;
}

/**
 * By state: the town, and what the region about it is called, the name it is shown by first; a
 * semicolon parts two regions. Where several states have one of the same name, that of the state given first is meant first.
 */
const REGIONS: Partial<Record<StateCode, Record<string, string>>> = {
  CA: {
    Oakland: 'Bay Area, San Francisco Bay Area, SF Bay Area, East Bay',
    Anaheim: 'OC',
    Bakersfield: 'Kern Valley',
    'Chula Vista': 'San Diego South Bay',
    'El Centro': 'Imperial Valley',
    Eureka: 'Redwood Coast, North Coast',
    Fresno: 'Central Valley, San Joaquin Valley',
    Lancaster: 'Antelope Valley',
    Napa: 'Napa Valley, Wine Country',
    'Palm Springs': 'Coachella Valley',
    'Palo Alto': 'SF Peninsula, San Francisco Peninsula',
    Pasadena: 'San Gabriel Valley, SGV',
    Riverside: 'Inland Empire',
    Salinas: 'Salinas Valley, Monterey Bay, Monterey Peninsula',
    'San Jose': 'Silicon Valley',
    'San Luis Obispo': 'Central Coast',
    'Santa Rosa': 'North Bay',
    'South Lake Tahoe': 'Lake Tahoe, Tahoe',
    Torrance: 'South Bay',
    'Van Nuys': 'San Fernando Valley, SFV',
    Victorville: 'High Desert, Victor Valley',
    Visalia: 'Tulare Basin',
    Modesto: 'Northern San Joaquin Valley',
    Sonora: 'Gold Country, Sierra Foothills, Mother Lode',
  },
  NY: {
    Hicksville: 'Long Island',
    Albany: 'Capital Region, Capital District',
    Binghamton: 'Southern Tier',
    Buffalo: 'Niagara Frontier',
    Geneva: 'Finger Lakes',
    Kingston: 'Catskills, Catskill Mountains',
    Poughkeepsie: 'Hudson Valley, Mid-Hudson Valley',
    'Saranac Lake': 'Adirondacks, Adirondack Mountains, North Country',
    Southampton: 'Hamptons',
    Utica: 'Mohawk Valley',
  },
  MA: {
    Hyannis: 'Cape Cod, Cape and Islands',
    Lowell: 'Merrimack Valley',
    Northampton: 'Pioneer Valley',
    Pittsfield: 'Berkshires, Berkshire Hills',
    Salem: 'North Shore, Cape Ann',
    'Vineyard Haven': "Martha's Vineyard",
    Weymouth: 'South Shore',
    'New Bedford': 'South Coast',
    Framingham: 'MetroWest',
  },
  MN: {
    Minneapolis: 'Twin Cities, Minneapolis-Saint Paul, Minneapolis Saint Paul, MSP',
    Hibbing: 'Iron Range, Mesabi Range',
    Duluth: 'Arrowhead; North Shore',
    Redlake: 'Red Lake Nation, Red Lake Reservation',
    'White Earth': 'White Earth Nation, White Earth Reservation',
    'Cass Lake': 'Leech Lake Reservation, Leech Lake Band',
  },
  TX: {
    Arlington: 'Dallas-Fort Worth, DFW, Metroplex, DFW Metroplex, Dallas Fort Worth Metroplex',
    Abilene: 'Big Country',
    Alpine: 'Big Bend',
    Amarillo: 'Texas Panhandle, Panhandle',
    Beaumont: 'Golden Triangle',
    Bryan: 'Brazos Valley',
    'Corpus Christi': 'Coastal Bend',
    Fredericksburg: 'Hill Country, Texas Hill Country',
    Lubbock: 'South Plains, Llano Estacado',
    Lufkin: 'Piney Woods, Deep East Texas',
    McAllen: 'Rio Grande Valley, RGV',
    Midland: 'Permian Basin',
    Sherman: 'Texoma',
  },
  FL: {
    Tampa: 'Tampa Bay',
    Marathon: 'Florida Keys, The Keys',
    Melbourne: 'Space Coast',
    Pensacola: 'Florida Panhandle, Panhandle',
    'Port St. Lucie': 'Treasure Coast',
    'Fort Walton Beach': 'Emerald Coast',
    Sarasota: 'Suncoast',
    Jacksonville: 'First Coast',
    Tallahassee: 'Big Bend',
  },
  IA: { Davenport: 'Quad Cities, Quad City' },
  IL: {
    Chicago: 'Chicagoland',
    Belleville: 'Metro East',
    Evanston: 'North Shore',
    Aurora: 'Fox Valley',
    Moline: 'Illinois Quad Cities',
  },
  NC: {
    Durham: 'Research Triangle, Raleigh-Durham, RTP, Research Triangle Park',
    Greensboro: 'Piedmont Triad, Triad',
    'Kill Devil Hills': 'Outer Banks, OBX',
    Boone: 'High Country',
    Sylva: 'Great Smoky Mountains, Smoky Mountains, Smokies',
    Cherokee: 'Qualla Boundary',
    Pinehurst: 'Sandhills',
  },
  MD: { Easton: 'Eastern Shore, Delmarva, Delmarva Peninsula' },
  VA: {
    Norfolk: 'Hampton Roads, Tidewater, Seven Cities',
    Blacksburg: 'New River Valley',
    Danville: 'Southside',
    Exmore: 'Eastern Shore',
    Harrisonburg: 'Shenandoah Valley',
    Warsaw: 'Northern Neck',
    Gloucester: 'Middle Peninsula',
  },
  DC: { Washington: 'DMV, National Capital Region, Capital Beltway' },
  PA: {
    Allentown: 'Lehigh Valley',
    'Bryn Mawr': 'Main Line',
    Philadelphia: 'Delaware Valley',
    Stroudsburg: 'Poconos, Pocono Mountains',
    'Wilkes-Barre': 'Wyoming Valley',
    Lancaster: 'Pennsylvania Dutch Country, Dutch Country, Amish Country',
    'State College': 'Happy Valley',
    Johnstown: 'Laurel Highlands',
  },
  NJ: {
    'Toms River': 'Jersey Shore, the Shore',
    Camden: 'South Jersey',
    'New Brunswick': 'Central Jersey',
    Newark: 'North Jersey',
    Newton: 'Skylands',
  },
  NH: {
    Laconia: 'Lakes Region',
    Lebanon: 'Upper Valley',
    Portsmouth: 'Seacoast',
    'North Conway': 'White Mountains, Mount Washington Valley',
  },
  VT: { Newport: 'Northeast Kingdom', Burlington: 'Champlain Valley' },
  ME: { Machias: 'Down East, Downeast', Rockland: 'Midcoast, Mid-Coast' },
  MI: {
    Marquette: 'Upper Peninsula, UP',
    'Bad Axe': 'Thumb',
    'Traverse City': 'Grand Traverse Bay, Grand Traverse Region',
    Saginaw: 'Great Lakes Bay',
  },
  WI: {
    Appleton: 'Fox Cities, Fox Valley, Fox River Valley',
    'La Crosse': 'Driftless Area, Coulee Region',
    Rhinelander: 'Northwoods, North Woods',
    'Sturgeon Bay': 'Door Peninsula',
    Keshena: 'Menominee Reservation, Menominee Nation',
    Oneida: 'Oneida Nation',
  },
  IN: {
    Merrillville: 'Calumet Region, the Region',
    'South Bend': 'Michiana',
    Jeffersonville: 'Kentuckiana',
  },
  OH: { Dayton: 'Miami Valley', Youngstown: 'Mahoning Valley', Millersburg: 'Ohio Amish Country' },
  KY: { Lexington: 'Bluegrass Region, Bluegrass', Paducah: 'Jackson Purchase' },
  WA: {
    Kennewick: 'Tri-Cities',
    Bremerton: 'Kitsap Peninsula',
    'Friday Harbor': 'San Juan Islands, San Juans',
    'Port Angeles': 'Olympic Peninsula',
    Seattle: 'Puget Sound, Puget Sound Region',
    Spokane: 'Inland Northwest; Inland Empire',
    Yakima: 'Yakima Valley',
    Toppenish: 'Yakama Nation, Yakama Reservation',
    Nespelem: 'Colville Reservation',
  },
  TN: { 'Johnson City': 'Tri-Cities', Sevierville: 'Great Smoky Mountains' },
  OR: {
    'Hood River': 'Columbia Gorge, Columbia River Gorge',
    Medford: 'Rogue Valley',
    Newport: 'Oregon Coast',
    Salem: 'Willamette Valley, Mid-Willamette Valley',
    Roseburg: 'Umpqua Valley',
    Ontario: 'Western Treasure Valley',
  },
  ID: {
    Boise: 'Treasure Valley',
    'Twin Falls': 'Magic Valley',
    "Coeur d'Alene": 'Idaho Panhandle, Panhandle',
    Ketchum: 'Wood River Valley',
    Driggs: 'Teton Valley',
    'Fort Hall': 'Fort Hall Reservation',
    Lapwai: 'Nez Perce Reservation',
  },
  MT: {
    Bozeman: 'Gallatin Valley',
    Browning: 'Blackfeet Nation, Blackfeet Reservation',
    'Crow Agency': 'Crow Nation, Crow Reservation',
    Hamilton: 'Bitterroot Valley',
    Kalispell: 'Flathead Valley',
    Pablo: 'Flathead Reservation',
    Poplar: 'Fort Peck Reservation',
    Havre: 'Hi-Line',
  },
  WY: { Jackson: 'Jackson Hole', 'Fort Washakie': 'Wind River Reservation', Cody: 'Bighorn Basin' },
  CO: {
    Denver: 'Front Range',
    Alamosa: 'San Luis Valley',
    'Glenwood Springs': 'Roaring Fork Valley',
    'Grand Junction': 'Western Slope, Grand Valley',
    Eagle: 'Vail Valley, Eagle Valley',
  },
  UT: {
    'Salt Lake City': 'Wasatch Front, Salt Lake Valley',
    Provo: 'Silicon Slopes',
    'St. George': "Utah's Dixie",
  },
  AZ: {
    'Window Rock': 'Navajo Nation, Navajo Reservation, Navajo Indian Reservation, Dinétah',
    Cottonwood: 'Verde Valley',
    Mesa: 'East Valley',
    Phoenix: 'Valley of the Sun',
    Sacaton: 'Gila River Indian Community, Gila River Reservation',
    'San Carlos': 'San Carlos Apache Reservation, San Carlos Reservation',
    'Second Mesa': 'Hopi Reservation, Hopi Nation',
    Sells: "Tohono O'odham Nation, Tohono O'odham Reservation",
    'Show Low': 'White Mountains',
    Whiteriver: 'Fort Apache Reservation, White Mountain Apache Reservation',
  },
  NM: {
    Farmington: 'Four Corners',
    Zuni: 'Zuni Pueblo, Zuni Reservation',
    Mescalero: 'Mescalero Apache Reservation',
  },
  NV: { Henderson: 'Las Vegas Valley', Nixon: 'Pyramid Lake Reservation' },
  OK: {
    Ada: 'Chickasaw Nation',
    Durant: 'Choctaw Nation',
    Okmulgee: 'Muscogee Nation, Muscogee Creek Nation, Creek Nation',
    Pawhuska: 'Osage Nation, Osage Reservation',
    Tahlequah: 'Cherokee Nation',
    Tulsa: 'Green Country',
    Wewoka: 'Seminole Nation',
    Guymon: 'Oklahoma Panhandle, Panhandle',
  },
  KS: { Manhattan: 'Flint Hills' },
  MO: {
    Springfield: 'Ozarks, Ozark Mountains',
    Kennett: 'Missouri Bootheel, Bootheel',
    'Osage Beach': 'Lake of the Ozarks',
  },
  NE: { Scottsbluff: 'Nebraska Panhandle, Panhandle', Valentine: 'Nebraska Sandhills, Sandhills' },
  SD: {
    'Rapid City': 'Black Hills',
    'Pine Ridge': 'Pine Ridge Reservation, Oglala Lakota Nation',
    Rosebud: 'Rosebud Reservation',
    'Eagle Butte': 'Cheyenne River Reservation',
  },
  ND: {
    'Fort Yates': 'Standing Rock Reservation, Standing Rock',
    'New Town': 'Fort Berthold Reservation, Fort Berthold',
    Belcourt: 'Turtle Mountain Reservation',
    Fargo: 'Red River Valley, Fargo-Moorhead',
    Williston: 'Bakken',
  },
  GA: { Augusta: 'CSRA, Central Savannah River Area', Brunswick: 'Golden Isles' },
  SC: {
    Charleston: 'Lowcountry, Low Country',
    Columbia: 'Midlands',
    Florence: 'Pee Dee',
    'Myrtle Beach': 'Grand Strand',
  },
  AL: { Dothan: 'Wiregrass', Florence: 'Shoals', Selma: 'Black Belt', 'Gulf Shores': 'Alabama Gulf Coast' },
  MS: {
    Greenville: 'Mississippi Delta',
    Gulfport: 'Mississippi Gulf Coast',
    Philadelphia: 'Mississippi Choctaw Reservation',
  },
  LA: { Lafayette: 'Acadiana, Cajun Country', Mandeville: 'Northshore', Shreveport: 'Ark-La-Tex, Arklatex' },
  AR: { Fayetteville: 'Arkansas Ozarks' },
  WV: { Martinsburg: 'Eastern Panhandle', Wheeling: 'Northern Panhandle' },
  AK: {
    Wasilla: 'Mat-Su, Mat-Su Valley, Matanuska-Susitna Valley, Matanuska Valley',
    Soldotna: 'Kenai Peninsula',
    Barrow: 'North Slope',
    Bethel: 'Yukon-Kuskokwim Delta, YK Delta',
    Unalaska: 'Aleutian Islands, Aleutians',
    Kodiak: 'Kodiak Island',
  },
  HI: {
    Hilo: 'Big Island, Big Island of Hawaii, Island of Hawaii',
    Honolulu: 'Oahu',
    Kahului: 'Maui',
    Lihue: 'Kauai',
    Kaunakakai: 'Molokai',
    'Lanai City': 'Lanai',
  },
};

/** The towns in parts of states that go by a point of the compass, as people there say it: "Western Massachusetts". */
const PARTS: Partial<Record<StateCode, Record<string, string>>> = {
  AK: { Southeast: 'Juneau', 'South Central': 'Anchorage', Interior: 'Fairbanks' },
  AL: { North: 'Huntsville', South: 'Mobile', Central: 'Montgomery' },
  AR: { Northwest: 'Fayetteville', Northeast: 'Jonesboro', Central: 'Little Rock' },
  AZ: { Northern: 'Flagstaff', Southern: 'Tucson' },
  CA: { Northern: 'Sacramento', Southern: 'Los Angeles' },
  CO: { Northern: 'Fort Collins', Southern: 'Pueblo', Western: 'Grand Junction' },
  CT: { Eastern: 'Norwich' },
  DE: { Southern: 'Georgetown' },
  FL: {
    Central: 'Orlando',
    South: 'Fort Lauderdale',
    Southwest: 'Fort Myers',
    Northeast: 'Jacksonville',
    North: 'Gainesville',
  },
  GA: { North: 'Gainesville', South: 'Valdosta', Central: 'Macon' },
  ID: { Northern: "Coeur d'Alene", Eastern: 'Idaho Falls' },
  IL: { Central: 'Springfield', Southern: 'Carbondale', Northern: 'Rockford' },
  IN: { Northwest: 'Merrillville', Northern: 'South Bend', Southern: 'Evansville', Central: 'Indianapolis' },
  KY: { Eastern: 'Pikeville', Western: 'Paducah', Northern: 'Covington', Central: 'Lexington' },
  LA: { North: 'Monroe', Central: 'Alexandria', Southwest: 'Lake Charles' },
  MA: { Western: 'Springfield', Central: 'Worcester' },
  MD: { Western: 'Cumberland', Southern: 'Waldorf' },
  ME: { Northern: 'Presque Isle', Southern: 'Portland', Central: 'Bangor' },
  MI: { West: 'Grand Rapids', Northern: 'Traverse City', Southeast: 'Detroit', Central: 'Mount Pleasant' },
  MN: { Northern: 'Bemidji', Southern: 'Mankato', Central: 'St. Cloud' },
  MO: { Southwest: 'Springfield', Southeast: 'Cape Girardeau', Central: 'Columbia' },
  MS: { North: 'Tupelo', South: 'Hattiesburg', Central: 'Jackson' },
  NC: { Western: 'Asheville', Eastern: 'Greenville' },
  NE: { Western: 'Scottsbluff', Central: 'Grand Island' },
  NH: { Southern: 'Nashua', Northern: 'Berlin' },
  NJ: { North: 'Newark', Central: 'New Brunswick', South: 'Camden' },
  NM: { Northern: 'Santa Fe', Southern: 'Las Cruces' },
  NV: { Northern: 'Reno', Southern: 'Las Vegas' },
  NY: { Western: 'Buffalo', Central: 'Syracuse', Upstate: 'Syracuse', Northern: 'Watertown' },
  OH: {
    Northeast: 'Cleveland',
    Northwest: 'Toledo',
    Southwest: 'Cincinnati',
    Central: 'Columbus',
    Southeast: 'Athens',
  },
  OK: { Northeast: 'Tulsa', Southwest: 'Lawton', Central: 'Oklahoma City' },
  OR: { Central: 'Bend', Eastern: 'La Grande', Southern: 'Medford' },
  PA: {
    Western: 'Pittsburgh',
    Central: 'State College',
    Northeast: 'Scranton',
    Northwest: 'Erie',
    Southeast: 'Philadelphia',
  },
  SC: { Upstate: 'Greenville' },
  TN: { East: 'Knoxville', Middle: 'Nashville', West: 'Memphis' },
  TX: { Central: 'Austin', East: 'Tyler', North: 'Dallas', South: 'McAllen', West: 'Midland' },
  UT: { Northern: 'Ogden', Southern: 'St. George' },
  VA: { Northern: 'Fairfax', Southwest: 'Abingdon', Central: 'Charlottesville' },
  WA: { Eastern: 'Spokane', Central: 'Yakima', Western: 'Seattle', Southwest: 'Vancouver' },
  WI: {
    Northern: 'Rhinelander',
    Northeast: 'Green Bay',
    Southeast: 'Milwaukee',
    Western: 'Eau Claire',
    Central: 'Stevens Point',
  },
  WV: { Southern: 'Beckley', Northern: 'Morgantown' },
  WY: { Western: 'Jackson' },
};

/**
 * Parts of the country too wide to look near, by key, and what to offer for them: no village of that name is meant. They are
 * several states.
 */
const WIDE: Record<string, StateCode[]> = {
  appalachia: ['WV', 'KY', 'TN'],
  cornbelt: ['IA', 'IL', 'IN'],
  deepsouth: ['AL', 'GA', 'MS'],
  eastcoast: ['NY', 'MA', 'FL'],
  easternseaboard: ['NY', 'MA', 'FL'],
  greatlakes: ['MI', 'WI', 'OH'],
  greatplains: ['NE', 'KS', 'SD'],
  gulfcoast: ['FL', 'AL', 'MS'],
  heartland: ['KS', 'MO', 'IA'],
  midatlantic: ['PA', 'NJ', 'MD'],
  midsouth: ['TN', 'AR', 'MS'],
  midwest: ['IL', 'OH', 'MN'],
  mountainwest: ['CO', 'UT', 'MT'],
  newengland: ['MA', 'CT', 'NH'],
  northeast: ['NY', 'MA', 'PA'],
  northwest: ['WA', 'OR', 'ID'],
  pacificnorthwest: ['WA', 'OR', 'ID'],
  pnw: ['WA', 'OR', 'ID'],
  rockies: ['CO', 'WY', 'MT'],
  rockymountains: ['CO', 'WY', 'MT'],
  rustbelt: ['OH', 'MI', 'PA'],
  southeast: ['GA', 'NC', 'FL'],
  southwest: ['AZ', 'NM', 'TX'],
  sunbelt: ['AZ', 'TX', 'FL'],
  tristate: ['NY', 'NJ', 'CT'],
  westcoast: ['CA', 'OR', 'WA'],
};

/** The states to offer for a part of the country that is too wide to look near; null for any other key. */
export const statesOfWide = (key: string): StateCode[] | null =>
  Object.hasOwn(WIDE, key) ? (WIDE[key] ?? null) : null;

/** What people call some of those parts, by key. */
const SHORT_NAMES = {
  norcal: 'Northern California',
  socal: 'Southern California',
  nepa: 'Northeast Pennsylvania',
  nova: 'Northern Virginia',
  nwa: 'Northwest Arkansas',
  swfl: 'Southwest Florida',
  wny: 'Western New York',
};

/** The points of the compass by which people name parts of states, however they spell them: by key, without "ern". */
const COMPASS = new Set(
  'central downstate east interior north northcentral northeast northwest south southcentral southeast southwest upstate west'.split(
    ' ',
  ),
);
const SHORT_COMPASS = new Map(
  Object.entries({
    n: 'north',
    ne: 'northeast',
    e: 'east',
    se: 'southeast',
    s: 'south',
    sw: 'southwest',
    w: 'west',
    nw: 'northwest',
    mid: 'central',
    middle: 'central',
  }),
);
function compassOf(key: string): string | null {
  const point = SHORT_COMPASS.get(key) ?? key.replace(/ern$/, '');
  return COMPASS.has(point) ? point : null;
}

interface Regions {
  /** By every name, and within one in the order of the table. */
  named: Map<string, Region[]>;
  /** Parts of states by the code of the state and the point of the compass: "MA west". */
  parts: Map<string, Region>;
  /** All of both by the key of the label, without the code of the state. */
  shown: [key: string, region: Region][];
}
let loaded: Regions | undefined;

const entriesOf = <T>(table: Partial<Record<StateCode, T>>): [StateCode, T][] =>
  Object.entries(table) as [StateCode, T][];

function load(): Regions {
  const regions: Regions = { named: new Map(), parts: new Map(), shown: [] };
  for (const [state, towns] of entriesOf(REGIONS))
    for (const [town, text] of Object.entries(towns))
      for (const names of text.split('; ').map((each) => each.split(', '))) {
        const [first = ''] = names;
        const label = first.includes(stateNames[state]) ? first : `${first}, ${state}`;
        const region = { label, state, center: cityNamed(town, state) };
        for (const key of new Set(names.map((name) => keyOf(wordsOf(name)))))
          regions.named.set(key, [...(regions.named.get(key) ?? []), region]);
        regions.shown.push([keyOf(wordsOf(first)), region]);
      }
  for (const [state, towns] of entriesOf(PARTS))
    for (const [part, town] of Object.entries(towns)) {
      const label = `${part} ${stateNames[state]}`;
      const region = { label, state, center: cityNamed(town, state) };
      regions.parts.set(`${state} ${compassOf(keyOf(wordsOf(part)))}`, region);
      regions.shown.push([keyOf(wordsOf(label)), region]);
    }
  for (const [key, name] of Object.entries(SHORT_NAMES))
    regions.named.set(
      key,
      regions.shown.map(([, region]) => region).filter(({ label }) => label === name),
    );
  return regions;
}

/** @throws Error when the table names a town that the gazetteer has not. */
function cityNamed(name: string, state: StateCode): City {
  const [rank] = citiesNamed(keyOf(wordsOf(name)), state);
  if (rank === undefined) throw new Error(`There is no ${name}, ${state}.`);
  return cityAt(rank);
}

function all(): Regions {
  loaded ??= load();
  return loaded;
}

/** The regions that a key names, the likelier first. */
export const regionsNamed = (key: string, state?: StateCode): Region[] =>
  (all().named.get(key) ?? []).filter((region) => state === undefined || region.state === state);

/** Whether a key is the name that a region is shown by. */
export const isShownAs = (region: Region, key: string): boolean =>
  all().shown.some(([shown, each]) => each === region && shown === key);

/** The regions whose names hold for a predicate. */
export const regionsWhose = (holds: (key: string) => boolean, state?: StateCode): Region[] =>
  all()
    .shown.filter(([key, region]) => (state === undefined || region.state === state) && holds(key))
    .map(([, region]) => region);

/** A part of a state. */
export interface PartOfState {
  state: StateCode;
  /** Null where no town stands for it: one looks in the whole state. */
  region: Region | null;
}

/** The part of a state that a key is the point of the compass of: "western" in Massachusetts. */
export function partIn(state: StateCode, key: string): PartOfState | null {
  const point = compassOf(key);
  return point === null ? null : { state, region: all().parts.get(`${state} ${point}`) ?? null };
}

/** The part of a state that words name: "southwest virginia", "western ny". */
export function partNamed(words: string[]): PartOfState | null {
  for (let length = 1; length < words.length; length++) {
    const state = stateNamed(keyOf(words.slice(-length)));
    const part = state && partIn(state, keyOf(words.slice(0, -length)));
    if (part) return part;
  }
  return null;
}
