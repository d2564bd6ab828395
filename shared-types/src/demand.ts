/** How many teachers want a workshop where a visitor looked. */
export interface TeacherDemand {
  /** The town it is called by: "Yakima, WA". */
  area: string;
  /** Of people who confirmed that they want to be told. Never fewer than `FEWEST_TEACHERS_SHOWN`. */
  teachers: number;
  /** From how many on the Regional Partner thinks of a workshop. */
  needed: number;
}
/** Of fewer, nothing is told to the public. */
export const FEWEST_TEACHERS_SHOWN = 3;
