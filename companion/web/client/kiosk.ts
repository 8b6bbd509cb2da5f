/** Loads the simulated kiosk once the page itself is there: board and firmware weigh more than all else together. */
const device = document.getElementById('device');
const benchStatus = document.getElementById('bench-status');

async function load(): Promise<void> {
  const simulator = device?.getAttribute('data-simulator');
  if (!simulator) throw new Error('the page names no simulator');
  await import(simulator);
}

load().catch(() => {
  if (benchStatus) benchStatus.textContent = 'The simulated kiosk could not be loaded. Load the page again.';
});

export {};
