import { Route, Routes } from 'react-router-dom';
import { InboxList } from './InboxList';
import { InquiryView } from './InquiryView';

/** What visitors sent to whoever is signed in. */
export function InboxPage() {
  return (
    <Routes>
      <Route index element={<InboxList />} />
      <Route path=":id" element={<InquiryView />} />
    </Routes>
  );
}
