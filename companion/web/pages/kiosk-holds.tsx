interface HoldProps {
  /** as companion/web/client/kiosk/holds knows it */
  name: string;
  label: string;
  pixljs: string;
  banglejs2: string;
}

/** One thing that is held, a button that holds it, and how it is done on each board. */
const Hold = ({ name, label, pixljs, banglejs2 }: HoldProps) => (
  <li>
    <button type="button" data-hold={name} aria-describedby={`hold-${name}`} disabled>
      {label}
    </button>
    <span id={`hold-${name}`}>
      <span class="only-pixljs">{pixljs}</span>
      <span class="only-banglejs2">{banglejs2}</span>
    </span>
  </li>
);

/** What is held on the kiosk; the buttons hold it for whoever has one pointer, or no steady hand. */
export const KioskHolds = () => (
  <ul class="holds" aria-label="Keys that are held">
    <Hold
      name="back"
      label="Hold Back"
      pixljs="Where it says “hold: Back”, hold the lower left key for a second; elsewhere a tap is Back."
      banglejs2="Touch the lower left for a second, or swipe to the right."
    />
    <Hold
      name="wipe"
      label="Wipe"
      pixljs="Both left keys together wipe the run at any time."
      banglejs2="The button at the side wipes the run at any time."
    />
    <Hold
      name="staff"
      label="Staff menu"
      pixljs="On the first screen: lower left, then upper right too, for three seconds."
      banglejs2="On the first screen: a long touch at the lower left, then one at the upper right."
    />
  </ul>
);
