import type { LongWording } from './wording';

/** English, for web pages and print. */
export const longEn: LongWording = {
  help: {
    rf1: {
      no_weight_move: "you can't put any load on the knee, can't bend or straighten it, or it is stuck",
      hot_fever: 'it is hot, perhaps red or darker, or you feel feverish',
      big_swelling: 'it is very swollen or changed in shape',
      calf: 'one calf is sore and swollen',
      injury: 'it began with a pop, a hard twist or a fall',
    },
    rf2: {
      gives_way: 'the knee buckles under you',
      catches: 'it catches, or sticks and then frees',
      swelling_stays: 'puffiness stays after rest',
      night_rest: 'it hurts in bed or sitting still',
      sharp_worse: 'a stabbing pain grows run by run',
    },
    twoSigns: 'If two signs fit, pick the first.',
    beh: 'Stairs, hills and sitting covers squats, downhill runs and sitting for long, too.',
    wear: 'Press the foam with a thumb: deep lines that stay? Is the tread gone? Stand the shoe on a flat counter and look from behind: does it lean?',
  },
  patterns: {
    PFP: 'Your answers fit pain around the kneecap. It is common and usually settles with time and sensible loading. For now, trim hills, stairs and deep bends to what feels comfortable. Do hip and thigh strength work two or three times a week. Slightly shorter, quicker steps can take load off the kneecap.',
    ITB: 'Your answers fit pain on the outer side that comes on as a run goes on. Keep runs shorter than the point where it starts and stick to flat, even ground. Add side-hip strength work. Foam rolling may feel nice for a while but is optional. Lengthen runs slowly once walking and stairs are easy.',
    PT: 'Your answers fit pain in the cord below the kneecap. Cut back jumping, sprinting and hills for a while rather than stopping everything. Slow, steady thigh strength work is the usual main treatment, and a physio can set the level. Progress takes weeks to months. Warming up may ease it but does not fix it.',
    MEN: 'Your answers may fit pain from inside the joint that shows on turning. Skip deep squats and sharp turns. Gentle bending, walking or easy cycling is fine if it stays comfortable. Book a physio or GP to check it. If it gives way or catches, get seen sooner. If it gets stuck or very swollen, get help the same day.',
    OA: 'Your answers fit a longer-term stiff knee. Regular movement and strength work are the first things health services suggest. Everyday running at a modest level is not linked with more joint wear. Build up gradually and mix in cycling or swimming. If it stops you doing things, a GP or physio can help.',
    UNCLEAR:
      'Your answers do not point to one pattern, and that is common. Ease runs back for a week or two and keep walking or cycling if comfortable. Jot down distance, ground, shoes and pain after each run. If it has not eased in two weeks, see a physio or GP; with a warning sign sooner, for some the same day.',
  },
  referrals: {
    'rf1.no_weight_move':
      "Not being able to stand on the knee or to bend it needs a same-day check by an urgent-care service. Please don't run or test it. Staff can offer a seat and help you get there. If you cannot stand up at all, call the emergency number. This kiosk cannot say what is causing it.",
    'rf1.hot_fever':
      'A hot knee, or knee pain with fever or feeling unwell, should be checked the same day, because some causes need quick treatment. Redness can be harder to see on brown or black skin, so go by heat and swelling too. Call your local urgent health line now.',
    'rf1.big_swelling':
      'A knee that is very swollen or has changed shape should be checked today at an urgent-care service. Rest it and avoid running. This kiosk cannot say what is causing it.',
    'rf1.calf':
      'A sore, swollen calf, above all in one leg only, should be checked the same day because a blood clot needs ruling out. Do not massage or roll it. Chest pain, or short of breath? Call the emergency number straight away.',
    'rf1.injury':
      'Knee pain that began with a pop, a hard twist or a fall should be checked before you run again. Go to an urgent-care or minor-injury service, or call your health line, today. If the injury is old and the knee has been checked already, ask your clinician before running.',
    rf2: 'You picked a sign that needs a proper look. Book a physio or GP in the next few days and pause runs that bring it on. If it becomes hot, very swollen, stuck, or you cannot stand on it, get help the same day. New shoes will not settle this on their own.',
    'soon.duration':
      'Pain that lasts over two weeks is worth a check with a physio, podiatrist or GP, so book a visit in the next week or two. Meanwhile keep comfortable movement going. If you are already seeing someone, carry on with their plan.',
    'soon.other':
      'Some answers mean a physio or GP should look at this knee in the next week or so, even if it is new. Keep to easy, comfortable movement until then. If one of the signs for the same day appears, get help that day.',
    none: 'If the pain has not eased in two weeks, or keeps coming back, see a physio or GP. Some signs must not wait that long: for some get help the same day, for others see a physio or GP in the next few days. Both lists stand below.',
    'rf2.urgent':
      "A knee that gives way, or that catches or locks, should be checked today by an urgent-care service or your health line. Don't run on it or test it. Staff can offer a seat and help you get there. This kiosk cannot say what is causing it.",
  },
  factors: {
    jump: "A sudden step up in distance, speed or hills is a common trigger. Drop to a level that feels fine, then build up. A simple guide: don't let one run go much past your longest run of the last month (about a tenth more). Leave easy or rest days between harder ones.",
    only_run:
      'If running is your only exercise, add two short strength sessions a week for hips, thighs and calves, and swap a run for a swim or a bike ride now and then. Mixing sports is linked with fewer running problems in some studies, though it is no guarantee.',
    slope:
      "Sloped or rough ground may bother the knee, above all on the outer side. Pick flat, even paths while it is sore, change routes so that the same leg isn't always lower, and take downhills gently. Evidence is limited, so go by how your knee feels.",
    no_warm:
      'Start with five to ten minutes of brisk walking or easy jogging and some leg swings, then build pace. Stretching before a run is a choice: large trials found it neither prevents nor causes injuries.',
    none: 'A short note after each run - distance, ground, shoes, how the knee felt - helps you and any clinician spot what sets it off.',
  },
  shoes: {
    replace_now:
      'The distance or the wear you picked suggests this pair is past its useful life. Foam loses bounce before it looks worn. Ask staff to look at the pair with you. A new pair is about comfort and grip; it is not a cure for knee pain.',
    plan: 'Your pair is part-way through the usual 300-500 mile (about 500-800 km) range, is over a year old, or shows an early sign. No rush. Keep an eye on creases, grip and whether it sits level, and look again in four to six weeks.',
    fine: 'Nothing you picked suggests that this pair needs replacing. Keep using it if it feels comfortable, and check again in about three months or if wear appears.',
    not_checked:
      'We did not check a pair today. Bring your used running shoes next time. When choosing a pair, go for what feels comfortable straight away.',
  },
  staff: {
    replace_now:
      'Look at the pair with the shopper first: creases, sole, does it stand level? If you agree, show two or three comfortable options at different prices. If it looks and feels fine, say so. Never say that new shoes will fix or prevent knee pain.',
    plan: 'Show the shopper what to watch for and invite them back in four to six weeks. Suggest trying pairs only if they ask. Two pairs in rotation is optional: one study linked it with fewer injuries.',
    fine: 'Tell the shopper that the pair looks fine. Do not suggest a replacement. Offer a quick fit or lacing check if they want one.',
    not_checked:
      'No verdict. If they have no running shoes, fit for comfort and intended use. If the pair is at home, invite them to bring it in.',
    urgent:
      'The shopper picked an urgent sign. Offer a seat, a phone and help getting to care. Do not examine, massage, tape, brace or sell. If they have chest pain, trouble breathing, or seem very unwell, call the emergency number.',
    soon: 'Give the local physio/podiatry/GP list (all local providers, no commission). Help with shoes only if asked. Say plainly that shoes do not replace a check.',
  },
  feet: {
    flat: 'Flat arches alone are not a fault. Offer a free gait look if the shopper wants one. Let them try neutral and stability pairs and choose by comfort. A ready-made insole is optional, mainly for front-of-knee pain, as a short trial of a few weeks. Custom insoles: podiatrist only.',
    high: 'Let the shopper try roomier, softer pairs and pick by comfort. There is no good evidence that matching shoes to a high arch prevents injury.',
    rolls_in:
      'Some rolling in is normal. Offer a gait look. One good trial found fewer injuries in stability-type shoes for feet that roll in; other studies found no extra risk in plain shoes. Let them try both and choose by comfort.',
    unsure: 'No foot-type advice. Offer a gait look only if the shopper asks. Fit for comfort.',
  },
};
