/** `GET /demand`: where teachers want a workshop, most teachers first. */
export interface DemandPage {
  areas: DemandArea[];
  /** Whether one may start a workshop in an area that a partner serves: `POST /demand/:key/workshop`. */
  mayStart: boolean;
}

/** A town and the country around it, where teachers want a workshop. Coordinates are degrees (WGS 84). */
export interface DemandArea {
  /** "989-WA": see `areaOf` of the gazetteer. */
  key: string;
  /** The town it is called by: "Yakima, WA". */
  area: string;
  latitude: number;
  longitude: number;
  /** How many would come, by those who want to be told of workshops, and how many those are. */
  teachers: number;
  people: number;
  /** From how many on its partner thinks of a workshop. */
  needed: number;
  /** Who serves it; null when nobody does. */
  partner: { documentId: string; name: string } | null;
  /** Schools there that asked for one; empty for those who don't read what they write. */
  requests: DemandRequest[];
}

/** A message that asks for a workshop at a school, and waits for it. */
export interface DemandRequest {
  /** Its id in the inbox. */
  inquiry: number;
  name: string;
  school: string | null;
  teachers: number | null;
  /** Milliseconds since the epoch. */
  at: number;
}

/** From how many teachers on a partner thinks of a workshop that has never said so. */
export const TEACHERS_NEEDED = 12;
