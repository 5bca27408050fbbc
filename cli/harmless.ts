/** Control characters but tab and line ends, and the marks that override the direction of text. Colour sequences are let by. */
const harmful = /(?!\u001b\[[0-9;]*m)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g;

/**
 * Text that a screen may be given whoever wrote it: a case or guideline that holds terminal commands (to move the cursor,
 * to rename the window, to show other text than is there) shows a replacement character instead.
 */
export function harmless(text: string): string {
  return text.replace(harmful, "\u{fffd}");
}
