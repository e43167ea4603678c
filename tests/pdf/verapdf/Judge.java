import java.io.*;
import java.nio.file.*;
import java.util.*;
import org.verapdf.core.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;

/** Says of each file named on a line of the standard input what veraPDF finds: flavour, tab, file, tab, broken rules or "ok". */
public class Judge {
  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String file = in.readLine(); file != null; file = in.readLine())
      for (String id : args) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        Map<String, Integer> broken = new TreeMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
          ValidationResult result = validator.validate(parser);
          for (TestAssertion assertion : result.getTestAssertions())
            if (assertion.getStatus() == TestAssertion.Status.FAILED)
              broken.merge(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage(), 1, Integer::sum);
        }
        System.out.println(id + "\t" + file + "\t" + (broken.isEmpty() ? "ok" : String.join(" | ", broken.keySet())));
        System.out.flush();
      }
  }
}
