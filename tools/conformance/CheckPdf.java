// Says of each PDF named, for each flavour, what veraPDF finds wrong with it. Ends with 1 when anything is.
// Usage: java CheckPdf FILE...

import java.io.File;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class CheckPdf {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean allPass = true;
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                allPass &= passes(file, flavour);
            }
        }
        System.exit(allPass ? 0 : 1);
    }

    private static boolean passes(String file, PDFAFlavour flavour) throws Exception {
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        try (PDFAParser parser = foundry.createParser(new File(file), flavour);
                PDFAValidator validator = foundry.createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s %s: %s, %d checks%n", file, flavour,
                    result.isCompliant() ? "passes" : "FAILS", result.getTotalAssertions());
            for (TestAssertion found : result.getTestAssertions()) {
                System.out.printf("  %s, test %d: %s (%s)%n", found.getRuleId().getClause(),
                        found.getRuleId().getTestNumber(), found.getMessage(), found.getLocation().getContext());
            }
            return result.isCompliant() && result.getTotalAssertions() > 0;
        }
    }
}
