/** Plain text of several lines: an empty line parts paragraphs, as whoever typed it meant. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim())
        .map((paragraph) => (
          <p key={paragraph} className="keeps-lines">
            {paragraph.trim()}
          </p>
        ))}
    </>
  );
}
