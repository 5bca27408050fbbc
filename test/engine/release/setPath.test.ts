import { describe, expect, test } from "vitest";
import { setNameProblem } from "../../../engine/release/setPath.ts";

describe("the name of a set", () => {
  test.each([
    ["English", "knees"],
    ["German", "Kniegelenke für Ältere (Übersicht)"],
    ["accents", "prévention-du-cancer, 2ᵉ".replace("ᵉ", "e")],
    ["Vietnamese", "đầu gối"],
    ["Greek", "γόνατα-2"],
    ["Russian", "колени 2"],
    ["Japanese", "MRI検査のガイドライン"],
    ["Chinese with phonetic signs", "膝ㄒㄧ"],
    ["Korean with Latin and Chinese letters", "무릎 MRI 檢査"],
    ["Thai, with the vowel am", "คำแนะนำ"],
    ["Hebrew", "ברכיים"],
    ["Arabic with its digits", "الركبة ٢"],
    ["Hindi", "घुटने"],
    ["a scope", "@clinic/knees"],
  ])("in %s is one", (_, name) => {
    expect(setNameProblem(name.normalize("NFC"))).toBeNull();
  });

  const several = expect.stringContaining("several scripts");
  const another = expect.stringContaining("another form");
  test.each([
    ["a Cyrillic к before Latin letters", "\u043anees", several],
    ["a Greek omicron among Latin letters", "kn\u03bfes", several],
    ["an Armenian letter among Latin ones", "kne\u0585s", several],
    ["Cyrillic among Greek letters", "γόνατ\u0430", several],
    ["Cyrillic among Japanese letters", "\u041cRI検査", several],
    ["a Korean letter in a Japanese name", "のガ이", several],
    ["Cherokee letters, which look like Latin ones", "\u13a2\u13ac", several],
    ["two scripts across a scope", "@clinic/\u043a", several],
    ["wide Latin letters", "\uff4bnees", another],
    ["bold letters of mathematics", "\u{1d424}nees", another],
    ["a ligature", "\ufb01ngers", another],
    ["a raised digit", "knees²", another],
  ])("with %s is refused", (_, name, problem) => {
    expect(setNameProblem(name)).toEqual(problem);
  });
});
