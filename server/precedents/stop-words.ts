import { foldText } from "#domain/fold-text.ts";

/** Words that stand in every text and tell of nothing, in the languages that the files are in most. */
const WORDS = `
a about after again all also an and any are as at be because been before being between both but by can could did do does
each for from had has have he her here him his how i if in into is it its just may might more most must my no nor not now
of on one only or other our out over said say says she should so some such than that the their them then there these they
this those through to too under up very was we were what when where which while who why will with would you your
al algo ante antes como con cual cuando de del desde donde durante e el ella ellos en entre era es esa ese eso esta este
esto fue ha han hasta hay la las le les lo los mas me mi muy ni o otra otro para pero por porque que quien se sea segun
ser si sin sobre son su sus tambien te tiene todo todos tras tu un una uno y ya
au aux avec ce ces cette d dans des deux dit du elle en est et etait ete etre il ils je l la le les leur lui mais ne nous
on ont ou par pas plus pour qu que qui sa se ses son sont sur une vous
aber als am an auch auf aus bei bin bis da das dass dem den der des die doch durch ein eine einem einen einer es fur hat
hatte ich ihr im in ist ja kann mit nach nicht noch nur oder sein sich sie sind so uber um und uns vom von vor war was
wenn wer werden wie wir wird zu zum zur
ao aos com da das dele dos ela ele em foi isso isto mas na nas no nos nao os ou pela pelo quando sao sem seu sua tem um uma
ان انه اني او اي الا التي الذي الذين الى اما ب بعد بين ثم حتى حين ذلك عن عند على غير في قال قد كان كانت كل كما لا لم لن له
لها ما مع من منذ منه نحو هذا هذه هم هو هي و وقد ولا وهو يا
в во и на не но о он она они по с со то что это как из за для от до так же бы был была было были
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(foldText(WORDS).split(/\s+/).filter(Boolean));
