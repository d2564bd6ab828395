/** The time zones of the United States and its territories by the names that forms offer, as IANA names. */
export const TIME_ZONES: Record<string, string> = {
  Eastern: 'America/New_York',
  Central: 'America/Chicago',
  Mountain: 'America/Denver',
  Arizona: 'America/Phoenix',
  Pacific: 'America/Los_Angeles',
  Alaska: 'America/Anchorage',
  Hawaii: 'Pacific/Honolulu',
  'Puerto Rico': 'America/Puerto_Rico',
  Guam: 'Pacific/Guam',
  'American Samoa': 'Pacific/Pago_Pago',
};
