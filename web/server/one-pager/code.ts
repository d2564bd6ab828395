import qrcode from 'qrcode-generator';

/** A QR code: rows of modules, dark ones true. Without the quiet zone of four modules that belongs about it. */
export function codeOf(text: string): boolean[][] {
  // As many modules as it needs, and readable with 15 % of it soiled.
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const side = code.getModuleCount();
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (__, column) => code.isDark(row, column)),
  );
}
