/**
 * What a spreadsheet might take for a formula, or run: = + - @ also behind blanks, in full width and as look-alikes, and
 * a tab or line end at the beginning. And the apostrophe that disarms, so that it can be taken off again without doubt.
 */
export const FORMULA = /^(?:[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫−|%]|[\t\r\n']|\p{C})/u;
