import type { InquiryAddressee, InquiryGrade, InquiryPurpose, InquiryRole } from '@deep-dive/shared-types';

export const purposeWords: Record<InquiryPurpose, string> = {
  workshop: 'A question about a workshop',
  place: 'A place in this workshop',
  private: 'Joining a private workshop',
  school: 'A workshop for my school or district',
  scholarship: 'A scholarship or other help with the cost',
  other: 'Something else',
};

export const roleWords: Record<InquiryRole, string> = {
  teacher: 'I teach',
  'school-leader': 'I lead a school',
  district: 'I work for a district',
  other: 'Something else',
};

export const gradeWords: Record<InquiryGrade, string> = {
  K: 'Kindergarten',
  1: 'Grade 1',
  2: 'Grade 2',
  3: 'Grade 3',
  4: 'Grade 4',
  5: 'Grade 5',
  '6+': 'Grade 6 or above',
};

/** Whom a message goes to, as far as anybody can say yet. */
export function addresseeWords(to: InquiryAddressee | null): string {
  if (!to) return 'your Regional Partner';
  return to.kind === 'partner' ? `${to.name}, your Regional Partner` : to.name;
}
