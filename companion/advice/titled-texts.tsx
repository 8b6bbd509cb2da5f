/** Texts with a title each, by code; a title is a card's first line or an answer's label on the kiosk. */
export function TitledTexts<Code extends string>({
  titles,
  texts,
}: {
  titles: Readonly<Record<NoInfer<Code>, string>>;
  texts: Readonly<Record<Code, string>>;
}) {
  return (
    <>
      {(Object.keys(texts) as Code[]).map((code) => (
        <div class="titled">
          <h3>{titles[code].split('\n')[0]}</h3>
          <p>{texts[code]}</p>
        </div>
      ))}
    </>
  );
}
