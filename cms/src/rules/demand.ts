/** Somebody's wish for a workshop, which they wrote to the partner about. */
export interface DemandRequest {
  /** The inquiry's id. */
  inquiry: number;
  name: string;
  school: string | null;
  /** Null when they didn't say. */
  teachers: number | null;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Where teachers want a workshop, as those see it who could give one. */
export interface DemandArea {
  /** The first three digits of its ZIP codes. */
  key: string;
  /** The town it is called by: "Yakima, WA". */
  area: string;
  /** Of that town, in degrees (WGS 84). */
  latitude: number;
  longitude: number;
  /** How many teachers, of how many people who confirmed that they want to be told. */
  teachers: number;
  people: number;
  /** From how many teachers on the partner thinks of a workshop. */
  needed: number;
  /** Null where none serves it. */
  partner: { documentId: string; name: string } | null;
  /** Empty for whoever may not read them. */
  requests: DemandRequest[];
}

/** GET /demand of the admin's API: the areas one may see, most teachers first. */
export interface DemandPage {
  areas: DemandArea[];
  /** Whether one may start a workshop there: POST /demand/:key/workshop. */
  mayStart: boolean;
}
